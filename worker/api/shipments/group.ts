import { API_PATH } from '../paths.ts'
import type { RouteGroup } from '../routing/group.ts'
import { getNotificationLog } from './get-notification-log.ts'
import { getShipment } from './get-shipment.ts'
import { getStatusFeed } from './get-status-feed.ts'

/** How shipments fare. */
export const shipmentRoutes: RouteGroup = {
  prefix: API_PATH,
  tag: { name: 'Status', description: 'The status of messages.' },
  routes: [getShipment, getStatusFeed, getNotificationLog],
}
