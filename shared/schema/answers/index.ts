/** What the API answers: made into its description, and held against real answers. The Worker needs none of it. */
export { CorrespondenceDetails, CorrespondenceOverview, InitializedCorrespondences } from './correspondence.ts'
export { StatusFeedPage } from './feed.ts'
export { CancelledOrder, FollowedOrder, OrderNotifications, OrderStatus } from './followed-order.ts'
export { OrderAnswer } from './order.ts'
export { Problem } from './problem.ts'
export { ShipmentManifest } from './shipment.ts'
