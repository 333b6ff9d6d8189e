// `npm run generate` adds and removes lines here, from the files of this folder. To change the order, move a line.
import type { Route } from '../routing/route.ts'
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
import { liftSuppression, suppressAddress } from './suppress-address.ts'

/** In the order of the documentation. */
// biome-ignore format: one name a line
export const routes: readonly Route[] = [
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
  suppressAddress,
  liftSuppression,
  listAudit,
]
