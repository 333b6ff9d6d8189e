import type { RouteGroup } from '../routing/group.ts'
import { cancelShipment, giveUpShipment } from './end-shipment.ts'
import { eraseRecipient } from './erase-recipient.ts'
import { getMetrics } from './get-metrics.ts'
import { getOperatorShipment } from './get-operator-shipment.ts'
import { getOverview } from './get-overview.ts'
import { listAudit } from './list-audit.ts'
import { listOperatorShipments } from './list-operator-shipments.ts'
import { pauseProvider, resumeProvider } from './pause-provider.ts'
import { redriveShipment } from './redrive-shipment.ts'
import { redriveShipments } from './redrive-shipments.ts'
import { repeatErasures } from './repeat-erasures.ts'

/** For those who run the service. docs/operate/. */
export const operatorRoutes: RouteGroup = {
  prefix: '/straks/v1/operator',
  tag: {
    name: 'Operators',
    description:
      'For those who run the service: find, move and erase what any organisation has sent. All of it is audited.',
  },
  routes: [
    getOverview,
    getMetrics,
    listOperatorShipments,
    getOperatorShipment,
    redriveShipment,
    giveUpShipment,
    cancelShipment,
    redriveShipments,
    eraseRecipient,
    repeatErasures,
    pauseProvider,
    resumeProvider,
    listAudit,
  ],
}
