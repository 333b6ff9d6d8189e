import { createWorker } from './create-worker.ts'
import { emptyInbox, listInboxMessages, watchInbox } from './dev/inbox-routes.ts'
import { issueToken } from './dev/issue-token.ts'
import { localIssuerKeys } from './dev/local-issuer-keys.ts'
import { changeRegisterAvailability } from './dev/register-availability.ts'
import { lookUpOrganization, lookUpPerson } from './dev/register-lookups.ts'
import { organizationRoutes, personRoutes } from './dev/register-parties.ts'

export { Correspondence } from './correspondence/correspondence.ts'
export { LocalIssuer } from './dev/local-issuer.ts'
export { Inbox } from './durable-objects/inbox.ts'
export { OrderLedger } from './durable-objects/order-ledger.ts'
export { StatusFeed } from './feed/status-feed.ts'
export { ReceiptReferences } from './receipts/receipt-references.ts'

/** The Worker on a laptop: production's, with an issuer of its own and a view of the inbox. */
export default createWorker({
  issuers: (env) => [localIssuerKeys(env)],
  addRoutes: (routes) => {
    routes
      .post('/dev/token', issueToken)
      .get('/dev/inbox/messages', listInboxMessages)
      .delete('/dev/inbox/messages', emptyInbox)
      .get('/dev/inbox/live', watchInbox)
      .put('/dev/register/persons/:number', personRoutes.put)
      .get('/dev/register/persons/:number', personRoutes.get)
      .delete('/dev/register/persons/:number', personRoutes.remove)
      .put('/dev/register/organizations/:number', organizationRoutes.put)
      .get('/dev/register/organizations/:number', organizationRoutes.get)
      .delete('/dev/register/organizations/:number', organizationRoutes.remove)
      .put('/dev/register/availability', changeRegisterAvailability)
      .get('/dev/register/lookups/persons/:number', lookUpPerson)
      .get('/dev/register/lookups/organizations/:number', lookUpOrganization)
  },
})
