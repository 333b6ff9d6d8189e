// `npm run generate` adds and removes lines here, from the files of this folder. To change the order, move a line.
import type { Route } from '../routing/route.ts'
import { getNotificationLog } from './get-notification-log.ts'
import { getShipment } from './get-shipment.ts'
import { getStatusFeed } from './get-status-feed.ts'

/** In the order of the documentation. */
// biome-ignore format: one name a line
export const routes: readonly Route[] = [
  getShipment,
  getStatusFeed,
  getNotificationLog,
]
