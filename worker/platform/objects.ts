import { ledgerName, type OrderKey } from '../domain/order-id.ts'

import { jurisdictionOf } from './config.ts'

/** The one inbox of a deployment. */
const INBOX_NAME = 'inbox'

/** The one desk of a deployment. */
const DESK_NAME = 'desk'

/** Where the key of erasures is kept. */
const ERASURE_KEY_NAME = 'erasure-key'

/** How many objects are called at once: enough to be quick, few enough to leave room for other requests. */
export const OBJECTS_AT_ONCE = 50

/** A kind of object, kept where the settings say. */
function within<Kind extends Rpc.DurableObjectBranded | undefined>(
  env: Env,
  namespace: DurableObjectNamespace<Kind>,
): DurableObjectNamespace<Kind> {
  const jurisdiction = jurisdictionOf(env)
  return jurisdiction === undefined ? namespace : namespace.jurisdiction(jurisdiction)
}

/** A ledger by its name: one of those that share an organisation's keys. */
export const ledgerNamed = (env: Env, name: string) => within(env, env.ORDER_LEDGER).getByName(name)

/** The ledger that keeps an order. The organisation comes from the caller's token, never from an id. */
export const ledgerOf = (env: Env, organization: string, { orderKey }: { readonly orderKey: OrderKey }) =>
  ledgerNamed(env, ledgerName(organization, orderKey))

/** The one inbox of a deployment. */
export const inboxOf = (env: Env) => within(env, env.INBOX).getByName(INBOX_NAME)

/** A slice of a provider's own references. */
export const receiptReferencesNamed = (env: Env, name: string) => within(env, env.RECEIPT_REFERENCES).getByName(name)

/** The feed of an organisation's shipments. */
export const feedOf = (env: Env, organization: string) => within(env, env.STATUS_FEED).getByName(organization)

/** An endpoint of an organisation's webhooks. The organisation comes from the caller's token. */
export const webhookOf = (env: Env, organization: string, id: string) =>
  within(env, env.WEBHOOK_ENDPOINT).getByName(`${organization}/${id}`)

/** The addresses that mail of an organisation does not go to. */
export const suppressionsOf = (env: Env, organization: string) =>
  within(env, env.SUPPRESSION_LIST).getByName(organization)

/** The keeper of an organisation's fences. */
export const fencesKeeperOf = (env: Env, organization: string) => within(env, env.FENCE_KEEPER).getByName(organization)

/** A correspondence by its id. */
export const correspondenceOf = (env: Env, correspondenceId: string) =>
  within(env, env.CORRESPONDENCE).getByName(correspondenceId)

/** What those who run the service share: the organisations there are, and who did what. */
export const deskOf = (env: Env) => within(env, env.OPERATOR_DESK).getByName(DESK_NAME)

/** An attachment by its id. */
export const attachmentOf = (env: Env, attachmentId: string) => within(env, env.ATTACHMENT).getByName(attachmentId)

/** Who is in which correspondence of an organisation. */
export const correspondenceIndexOf = (env: Env, organization: string) =>
  within(env, env.CORRESPONDENCE_INDEX).getByName(organization)

/** The key of erasures: in an object of its own, away from what it marks. */
export const erasureKeyOf = (env: Env) => within(env, env.OPERATOR_DESK).getByName(ERASURE_KEY_NAME)
