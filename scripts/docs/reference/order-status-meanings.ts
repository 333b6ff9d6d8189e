import type { ShipmentStatus } from '../../../worker/domain/shipment.ts'

/** What each status of an order's shipment tells a client. docs/altinn/notifications.md §4.1. */
export const ORDER_STATUS_MEANINGS: Readonly<Record<ShipmentStatus, string>> = {
  Order_Registered: 'Waiting to fall due, or for a condition or a register that did not answer.',
  Order_Processing: 'Due: its recipient is being looked up.',
  Order_Processed: 'Its messages are on their way; each has a status of its own.',
  Order_Completed: 'Final. Each of its messages has ended, well or not. In the feed also that of an instant message.',
  Order_SendConditionNotMet: 'Final. Its condition did not hold, so nothing was sent.',
  Order_Cancelled: 'Final. It was taken back before anything was sent.',
}
