import { createWorker } from '../create-worker.ts'
import { isDevelopment } from '../platform/config.ts'
import { logError } from '../platform/log.ts'
import { emptyInbox, listInboxMessages, restoreInbox, watchInbox } from './inbox-routes.ts'
import { issueToken } from './issue-token.ts'
import { localIssuerKeys } from './local-issuer-keys.ts'
import { makeDue } from './make-due.ts'
import { isNoted, noteBody, noteRequest } from './note-request.ts'
import { changeRegisterAvailability } from './register-availability.ts'
import { lookUpOrganization, lookUpPerson } from './register-lookups.ts'
import { partyRoutes } from './register-parties.ts'
import { storeResource } from './register-resources.ts'
import { judgeDocument, listRequests } from './request-routes.ts'
import { seedRegister } from './seed-register.ts'
import { servePage } from './serve-page.ts'

export { Attachment } from '../attachments/attachment.ts'
export { Correspondence } from '../correspondence/correspondence.ts'
export { CorrespondenceIndex } from '../correspondence/correspondence-index.ts'
export { StatusFeed } from '../feed/status-feed.ts'
export { FenceKeeper } from '../fences/fence-keeper.ts'
export { OrderLedger } from '../ledger/order-ledger.ts'
export { OperatorDesk } from '../operator/operator-desk.ts'
export { Inbox } from '../providers/inbox/inbox.ts'
export { ReceiptReferences } from '../providers/receipts/receipt-references.ts'
export { SuppressionList } from '../suppressions/suppression-list.ts'
export { WebhookEndpoint } from '../webhooks/webhook-endpoint.ts'
export { LocalIssuer } from './local-issuer.ts'

/** The Worker in development: production's, with an issuer of its own and a view of the inbox. */
const worker = createWorker({
  issuers: (env) => (isDevelopment(env) ? [localIssuerKeys(env)] : []),
  routes: [
    {
      prefix: '/dev',
      routes: [
        issueToken,
        listInboxMessages,
        emptyInbox,
        restoreInbox,
        listRequests,
        judgeDocument,
        watchInbox,
        makeDue,
        ...partyRoutes,
        storeResource,
        changeRegisterAvailability,
        lookUpPerson,
        lookUpOrganization,
      ],
    },
  ],
})

/** The Worker in development: production's, with an issuer of its own, a view of the inbox and parties in its register. */
export default {
  ...worker,
  fetch: async (request: Request, env: Env, ctx: ExecutionContext): Promise<Response> => {
    const page = await servePage(request, env)
    if (page) return page
    if (isDevelopment(env)) await seedRegister(env)
    if (!isDevelopment(env) || !isNoted(request)) return worker.fetch(request, env, ctx)
    const body = noteBody(request)
    const response = await worker.fetch(request, env, ctx)
    const noted = noteRequest(env, request, body, response.clone())
    ctx.waitUntil(noted.catch((error: unknown) => logError('request-not-noted', error)))
    return response
  },
}
