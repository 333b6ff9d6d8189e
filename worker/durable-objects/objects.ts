import { jurisdictionOf } from '../config.ts'
import { ledgerName, type OrderKey } from '../domain/order-id.ts'
import { INBOX_NAME } from '../providers/inbox/name.ts'

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

/** A correspondence by its id. */
export const correspondenceOf = (env: Env, correspondenceId: string) =>
  within(env, env.CORRESPONDENCE).getByName(correspondenceId)
