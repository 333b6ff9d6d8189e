import type { ShipmentView } from '../ledger/contract.ts'

/**
 * How one notification fares, in a word. Ours: Altinn shows none for what was not sent.
 * docs/altinn/correspondence.md §4.10.
 */
type NotificationStatus =
  | 'planned'
  | 'waitingForWindow'
  | 'missingContact'
  | 'reserved'
  | 'sent'
  | 'delivered'
  | 'failed'
  | 'cancelled'

type DeliveryStatus = ShipmentView['deliveries'][number]['status']

const isDelivered = (status: DeliveryStatus): boolean => status.endsWith('_Delivered')
const isFailed = (status: DeliveryStatus): boolean => status.includes('_Failed')
const isUnsent = (status: DeliveryStatus): boolean => status.endsWith('_New') || status.endsWith('_Sending')

/** Why no message could be sent: the reason that all have in common, where it is the recipient's. */
function failureOf(statuses: readonly DeliveryStatus[]): NotificationStatus {
  if (statuses.every((status) => status.endsWith('_RecipientNotIdentified'))) return 'missingContact'
  return statuses.every((status) => status.endsWith('_RecipientReserved')) ? 'reserved' : 'failed'
}

/**
 * How a shipment fares. Of several messages the one that got furthest decides: a recipient with an e-mail has been
 * notified, even where the SMS still waits for the morning.
 *
 * @param isStopped whether nothing more of it will be sent, because the message is gone, or read
 */
export function notificationStatus(
  shipment: ShipmentView | undefined,
  isStopped: boolean,
  nowMs: number,
): NotificationStatus {
  if (!shipment) return isStopped ? 'cancelled' : 'planned'
  if (shipment.status === 'Order_Cancelled' || shipment.status === 'Order_SendConditionNotMet') return 'cancelled'
  const { deliveries } = shipment
  const statuses = deliveries.map(({ status }) => status)
  if (statuses.some(isDelivered)) return 'delivered'
  if (statuses.some((status) => !isUnsent(status) && !isFailed(status))) return 'sent'
  if (statuses.length > 0 && statuses.every(isFailed)) return failureOf(statuses)
  if (isStopped) return 'cancelled'
  return deliveries.some(({ waitsUntilMs = 0 }) => waitsUntilMs > nowMs) ? 'waitingForWindow' : 'planned'
}
