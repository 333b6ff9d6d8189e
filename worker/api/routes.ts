// `npm run generate` adds and removes lines here, from the folders of the APIs. To change the order, move a line.
import { attachmentRoutes } from './attachments/group.ts'
import { authenticationRoutes } from './authentication/group.ts'
import { correspondenceRoutes } from './correspondence/group.ts'
import { descriptionRoutes } from './description/group.ts'
import { fenceRoutes } from './fences/group.ts'
import { instantRoutes } from './instant/group.ts'
import { operatorRoutes } from './operator/group.ts'
import { orderRoutes } from './orders/group.ts'
import { receiptRoutes } from './receipts/group.ts'
import type { RouteGroup } from './routing/group.ts'
import { serviceRoutes } from './service/group.ts'
import { shipmentRoutes } from './shipments/group.ts'
import { suppressionRoutes } from './suppressions/group.ts'
import { webhookRoutes } from './webhooks/group.ts'

/** Every route of the service, in the order of its description. */
// biome-ignore format: one name a line
export const ROUTE_GROUPS: readonly RouteGroup[] = [
  instantRoutes,
  orderRoutes,
  shipmentRoutes,
  webhookRoutes,
  fenceRoutes,
  suppressionRoutes,
  correspondenceRoutes,
  attachmentRoutes,
  authenticationRoutes,
  operatorRoutes,
  serviceRoutes,
  descriptionRoutes,
  receiptRoutes,
]
