import { ORDER_STATUS, type ShipmentStatus } from '../../domain/shipment.ts'
import { FINAL_STATUSES } from '../../domain/status.ts'
import type { OrderView } from '../../ledger/contract.ts'

type Processing = { readonly status: string; readonly description: string }

/** What v1's clients are told of each status: `Processed` is `Completed` to them. docs/altinn/notifications.md §2.2. */
const PROCESSING: Readonly<Record<ShipmentStatus, Processing>> = {
  Order_Registered: {
    status: 'Registered',
    description: 'Order has been registered and is awaiting requested send time before processing.',
  },
  Order_Processing: {
    status: 'Processing',
    description: 'Order processing is ongoing. Notifications are being generated.',
  },
  Order_Processed: {
    status: 'Completed',
    description: 'Order processing is done. Notifications have been successfully generated.',
  },
  Order_Completed: {
    status: 'Completed',
    description: 'Order processing is completed. All notifications have a final status.',
  },
  Order_SendConditionNotMet: {
    status: 'SendConditionNotMet',
    description: 'Order processing was stopped due to send condition not being met.',
  },
  Order_Cancelled: {
    status: 'Cancelled',
    description: 'Order processing was stopped due to order being cancelled.',
  },
}

const isOrderStatus = (status: string): status is ShipmentStatus => Object.hasOwn(PROCESSING, status)

/** The status of an order; an instant one is processed from the start. */
function orderStatusOf({ status }: OrderView): ShipmentStatus {
  if (isOrderStatus(status)) return status
  return FINAL_STATUSES.some((final) => final === status) ? ORDER_STATUS.completed : ORDER_STATUS.processed
}

/** How far the processing of an order has come, as v1's clients read it. */
export const processingStatus = (view: OrderView) => ({
  ...PROCESSING[orderStatusOf(view)],
  lastUpdate: new Date(view.lastUpdateMs).toISOString(),
})
