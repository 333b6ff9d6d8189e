/**
 * What the API answers: made into its description, and held against real answers. Each is a function that makes
 * its schema when first called, because the Worker never needs one.
 */
export { AttachmentDetails, AttachmentOverview } from './attachment.ts'
export {
  CorrespondenceDetails,
  CorrespondenceIds,
  CorrespondenceOverview,
  InitializedCorrespondences,
} from './correspondence.ts'
export { StatusFeedPage } from './feed.ts'
export { CancelledOrder, FollowedOrder, FoundOrders, OrderNotifications, OrderStatus } from './followed-order.ts'
export { ListedOrderAnswer } from './listed-order.ts'
export { NotificationLog } from './notification-log.ts'
export { OrderAnswer } from './order.ts'
export { Problem } from './problem.ts'
export { ShipmentManifest } from './shipment.ts'
