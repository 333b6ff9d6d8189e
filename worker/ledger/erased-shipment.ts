import type { Eraser } from '../domain/erasure.ts'
import type { Recipient } from '../domain/order.ts'
import type { ShipmentAddress } from '../domain/order-id.ts'
import { identitiesOf } from '../domain/recipient-identity.ts'
import type { LiveShipment } from './records.ts'

/** The places of one who is erased among the recipients of a shipment. */
export const theirPlaces = (eraser: Eraser, recipient: Recipient): ReadonlySet<number> =>
  new Set(
    identitiesOf(recipient).flatMap((identities, place) =>
      identities.some((identity) => eraser.isIn(identity)) ? place : [],
    ),
  )

/** Whether one who is erased is among those that a shipment was ordered for. */
export const isAmongRecipients = (
  eraser: Eraser,
  { plan }: { readonly plan?: LiveShipment['plan'] | undefined },
): boolean => plan !== undefined && theirPlaces(eraser, plan.recipient).size > 0

/** Whether all of a shipment is about one who is erased: but for an organisation's and a list's, it has one recipient. */
export const isWhollyTheirs = (
  eraser: Eraser,
  shipment: {
    readonly plan?: LiveShipment['plan'] | undefined
    readonly deliveries: readonly { destination: string }[]
  },
): boolean => {
  const { plan, deliveries } = shipment
  if (plan?.recipient.kind === 'list') return false
  const isNamed = plan !== undefined && theirPlaces(eraser, plan.recipient).size > 0
  if (plan?.recipient.kind === 'organization') return isNamed
  return isNamed || deliveries.some(({ destination }) => eraser.isIn(destination))
}

type Told = { readonly recipient?: number | undefined; readonly destination: string }

/**
 * A shipment without where messages to one of its listed recipients went: a person is named by a number, and reached at
 * an address that does not say so.
 */
export function withoutTheirAddresses<
  Shipment extends { plan?: LiveShipment['plan'] | undefined; deliveries: readonly Told[] },
>(eraser: Eraser, shipment: Shipment): Shipment {
  const { plan, deliveries } = shipment
  if (plan?.recipient.kind !== 'list') return shipment
  const places = theirPlaces(eraser, plan.recipient)
  const isTheirs = ({ recipient }: Told) => recipient !== undefined && places.has(recipient)
  return { ...shipment, deliveries: deliveries.map((one) => (isTheirs(one) ? { ...one, destination: '' } : one)) }
}

/** A row that was rewritten, and how many messages to one who is erased it told of: at least one where it was ordered for them. */
export type RewrittenEnd = { readonly address: ShipmentAddress; readonly destinations: number }
