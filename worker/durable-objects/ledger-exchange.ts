import type { Content } from '../domain/message.ts'
import type { ClaimRefusal } from '../domain/shipment.ts'
import type { Channel, DeliveryStatus } from '../domain/status.ts'
import type { NewOrder } from './ledger-store.ts'

/** A new instant order: stored and claimed in one call. */
export type InstantOrder = Omit<NewOrder, 'acceptedAtMs'> & {
  readonly organization: string
  readonly number: number
  readonly destination: string
  readonly timeToLiveMs: number
  readonly content: Content
}

/** What came of asking for an order to be stored. */
export type Acceptance =
  | { readonly kind: 'created'; readonly attempt: number; readonly expiresAtMs: number }
  | { readonly kind: 'replayed'; readonly sendersReference: string | undefined; readonly sameRequest: boolean }

/** What the holder of a claim needs to make its attempt. */
export type Claimed = {
  readonly kind: 'claimed'
  readonly attempt: number
  readonly channel: Channel
  readonly destination: string
  readonly content: string
  readonly expiresAtMs: number
  readonly traceId: string
}

/** What a client may see of a shipment. */
export type ShipmentView = {
  readonly sendersReference: string | undefined
  readonly channel: Channel
  readonly destination: string
  readonly status: DeliveryStatus
  readonly lastUpdateMs: number
}

/** Why nobody may have the claim on a shipment now. */
export type ClaimRefused = { readonly kind: 'refused'; readonly why: ClaimRefusal | 'unknown' }
