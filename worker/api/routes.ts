import { attachmentRoutes } from './attachments/index.ts'
import { authenticationRoutes } from './authentication/index.ts'
import { correspondenceRoutes } from './correspondence/index.ts'
import { fenceRoutes } from './fences/index.ts'
import { instantRoutes } from './instant/index.ts'
import { operatorRoutes } from './operator/index.ts'
import { orderRoutes } from './orders/index.ts'
import { receiptRoutes } from './receipts/index.ts'
import type { RouteGroup } from './routing/group.ts'
import { descriptionRoutes, serviceRoutes } from './service/index.ts'
import { shipmentRoutes } from './shipments/index.ts'
import { suppressionRoutes } from './suppressions/index.ts'
import { webhookRoutes } from './webhooks/index.ts'

/** Every route of the service, in the order of its description. */
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
