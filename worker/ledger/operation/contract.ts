import type { DeliveryStatus } from '../../domain/status.ts'
import type { TrailEntry } from '../../domain/trail.ts'
import type { DeliveryView } from '../contract.ts'

/**
 * Where shipments stand, as operators ask for them. `uncertain` are those under way that a provider may have and that
 * nothing tries again, `dead` those that no worker could handle.
 */
export const SHIPMENT_STATES = ['unfinished', 'uncertain', 'dead', 'failed', 'delivered'] as const

export type ShipmentState = (typeof SHIPMENT_STATES)[number]

/** What a search goes by. Members that are left out fit everything. */
export type SearchCriteria = {
  /** An address, a number or an identity number, as it may be stored; in lower case. */
  readonly recipient?: string | undefined
  readonly sendersReference?: string | undefined
  readonly state?: ShipmentState | undefined
}

/** One message of a shipment, as an operator sees it. */
export type OperatorDelivery = DeliveryView & {
  readonly reference: string
  /** The provider that was last heard of. */
  readonly provider: string | undefined
  readonly expiresAtMs: number | undefined
  /** Whether a provider may have it and nothing tries it again. */
  readonly isUnresolved: boolean
}

/** A shipment, as an operator sees it. Never its text. */
export type OperatorShipment = {
  readonly shipmentId: string
  readonly organization: string
  readonly type: string
  /** `sms`, `email`, or the scheme of an order that has no messages yet. */
  readonly channel: string
  readonly status: string
  /** Who it was ordered for. */
  readonly recipient: string
  readonly sendersReference: string | undefined
  readonly acceptedAtMs: number
  readonly dueMs: number
  readonly lastUpdateMs: number
  readonly deliveries: readonly OperatorDelivery[]
}

/** One thing that happened to a shipment. */
export type TimelineEntry =
  | (TrailEntry & { readonly delivery?: string })
  | { readonly atMs: number; readonly event: 'accepted' | 'due' }
  | { readonly atMs: number; readonly event: 'postponed'; readonly obstacle: string }
  | { readonly atMs: number; readonly event: 'ended'; readonly status: DeliveryStatus | string }

/** A shipment with all that is known of how it came there. */
export type InspectedShipment = OperatorShipment & { readonly timeline: readonly TimelineEntry[] }

/** A shipment that a search has found. `cursor` is where the search goes on behind it. */
export type FoundShipment = { readonly shipment: OperatorShipment; readonly cursor: string }

/** What a search found, and where it goes on; `undefined` at its end. */
export type SearchPage = { readonly found: readonly FoundShipment[]; readonly next: string | undefined }
