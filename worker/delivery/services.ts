import type { SmsSenders } from '../domain/sms-sender.ts'
import type { PreparationServices } from '../orders/prepare-shipment.ts'
import type { BounceListener } from '../providers/receipts/references.ts'
import type { Providers } from '../providers/registry.ts'
import type { PausedProviders } from './paused-providers.ts'
import type { PendingReports } from './pending-reports.ts'
import type { ProviderCircuits } from './provider-circuits.ts'

/** What making an attempt needs, made once from the settings. */
export type AttemptServices = {
  readonly providers: Providers
  readonly circuits: ProviderCircuits
  /** Numbers that stand in for senders of letters. Left out: none do. */
  readonly smsSenders?: readonly SmsSenders[]
  /** Those that operators have paused. Left out: none are. */
  readonly paused?: PausedProviders
}

/** What sending a message at once needs: its report need not be waited for. */
export type InstantServices = AttemptServices & { readonly reports: PendingReports }

/** What the consumers of queues need, made once from the settings. */
export type DeliveryServices = PreparationServices &
  AttemptServices & { readonly bounceListeners: readonly BounceListener[] }
