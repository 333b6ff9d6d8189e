import type { ShipmentPlan, SingleRecipient } from '../domain/order.ts'
import { MAIN_SHIPMENT_NUMBER, randomOrderKey, type ShipmentAddress } from '../domain/order-id.ts'
import { recipientsOf } from '../domain/recipient-list.ts'
import { lookupOutcome, type RecipientLookup } from '../domain/recipient-lookup.ts'
import { Limiter } from '../platform/limiter.ts'
import { ledgerOf } from '../platform/objects.ts'
import type { Register } from '../registers/register.ts'
import { lookUpAll } from './look-up.ts'

/** Look-ups that one request makes at a time: the platform opens six connections for it. */
const LOOKUPS_AT_ONCE = 6

/** Random bytes of a key. */
const KEY_BYTES = 16

/**
 * An organisation's own addresses only: who of its users may see a resource is asked when the order is due.
 * docs/altinn/notifications.md §7.3.
 */
const withoutUsers = (recipient: SingleRecipient): SingleRecipient =>
  recipient.kind === 'organization' ? { ...recipient, resourceId: undefined, resourceAction: undefined } : recipient

/** Looks up whether the recipients of an order can be reached. Nothing depends on it but what the sender is told. */
export async function lookUpRecipients(register: Register, plan: ShipmentPlan): Promise<RecipientLookup | undefined> {
  const recipients = recipientsOf(plan.recipient).map(withoutUsers)
  const contacts = await lookUpAll(register, recipients, new Limiter(LOOKUPS_AT_ONCE))
  return lookupOutcome(recipients, contacts, plan.channel)
}

/** An address of chance for an order to several recipients: it has no idempotency key, so each request is a new one. */
export const newAddress = (): ShipmentAddress => ({
  orderKey: randomOrderKey(crypto.getRandomValues(new Uint8Array(KEY_BYTES))),
  number: MAIN_SHIPMENT_NUMBER,
})

/** Stores an order to several recipients. */
export async function placeListedOrder(
  env: Env,
  organization: string,
  placing: { readonly address: ShipmentAddress; readonly plan: ShipmentPlan; readonly traceId: string },
): Promise<void> {
  const { plan, traceId } = placing
  const { orderKey } = placing.address
  const { sendersReference } = plan
  const order = { orderKey, organization, fingerprint: '', sendersReference, traceId, shipments: [plan] }
  await ledgerOf(env, organization, { orderKey }).acceptOrder(order)
}
