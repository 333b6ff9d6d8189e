import type { AttemptReport, ClaimRefusal } from '../domain/attempt.ts'
import type { Content } from '../domain/message.ts'
import type { ShipmentPlan } from '../domain/order.ts'
import type { DeliveryAddress, OrderKey, ShipmentAddress } from '../domain/order-id.ts'
import type { BarReason, NewDelivery } from '../domain/preparation.ts'
import type { Obstacle, ShipmentStatus } from '../domain/shipment.ts'
import type { Channel, DeliveryStatus } from '../domain/status.ts'
import type { LogFields } from '../platform/log.ts'

/** What a new order brings along, beside its shipments. */
export type NewOrder = {
  readonly orderKey: OrderKey
  readonly fingerprint: string
  readonly sendersReference: string | undefined
  readonly acceptedAtMs: number
  readonly traceId: string
}

/** A new instant order: stored and claimed in one call. */
export type InstantOrder = Omit<NewOrder, 'acceptedAtMs'> & {
  readonly organization: string
  readonly destination: string
  readonly simulated: boolean
  readonly timeToLiveMs: number
  readonly content: Content
}

/** What came of asking for an instant order to be stored. */
export type InstantAcceptance =
  | { readonly kind: 'created'; readonly attempt: number; readonly expiresAtMs: number }
  | { readonly kind: 'replayed'; readonly sendersReference: string | undefined; readonly sameRequest: boolean }

/** A new ordinary order. Its main shipment has number 1, its reminders follow. */
export type OrdinaryOrder = Omit<NewOrder, 'acceptedAtMs'> & {
  readonly organization: string
  readonly shipments: readonly ShipmentPlan[]
}

/** What came of asking for an ordinary order to be stored; of one that was there, the references of its shipments. */
export type OrderAcceptance =
  | { readonly kind: 'created' }
  | {
      readonly kind: 'replayed'
      readonly sameRequest: boolean
      readonly sendersReferences: readonly (string | undefined)[]
    }

/** A claim: what its holder needs to make an attempt. */
export type Claimed = {
  readonly kind: 'claimed'
  readonly address: DeliveryAddress
  readonly attempt: number
  readonly channel: Channel
  readonly destination: string
  readonly simulated: boolean
  readonly content: string
  readonly expiresAtMs: number
  /** The provider that may already have the message, and is asked before any other. */
  readonly pinnedProvider: string | undefined
  /** The provider that was asked last, if one was. */
  readonly previousProvider: string | undefined
  /** Copies that providers which honour no references may have sent without saying so. */
  readonly possibleCopies: number
  /** Claims that ran out without a report: their holders may have called a provider, and which one is not known. */
  readonly lostClaims: number
  readonly traceId: string
}

/** What the holder of a claim learnt, and of which delivery. */
export type FiledReport = { readonly address: DeliveryAddress; readonly told: AttemptReport }

/** Why there is no claim on a delivery now. */
export type ClaimRefused = { readonly kind: 'refused'; readonly why: ClaimRefusal | 'unknown' }

/** What a receipt was of: a message under way, one that had ended before, or none that is known. */
export type ReceiptFate = 'received' | 'ended-before' | 'unknown'

/**
 * What came of a receipt, and, where the request that brought it asks for that, what it is to log in the ledger's place. Code of the
 * deployment before does not ask, and reads the fate alone.
 */
export type HeardReceipt = ReceiptFate | { readonly fate: ReceiptFate; readonly toldThere: LogFields | undefined }

/** A shipment that has fallen due, as a worker needs it to find out who it goes to. */
export type DueShipment = {
  readonly address: ShipmentAddress
  readonly plan: ShipmentPlan
  readonly unansweredConditions: number
  /** How often a party could not be looked up. */
  readonly failedLookups: number
  /** The recipients that are still to be looked up, where the others have their deliveries; `undefined`: all. */
  readonly left: readonly number[] | undefined
  readonly traceId: string
}

/** A delivery to make, and whether it goes to the inbox whatever its provider is. */
export type PreparedDelivery = NewDelivery & { readonly simulated: boolean }

/** What a worker found out about a shipment that has fallen due. */
export type Preparation =
  | {
      readonly kind: 'deliveries'
      readonly deliveries: readonly PreparedDelivery[]
      /** Recipients whose register did not answer: they are looked up later. Left out: none. */
      readonly left?: readonly number[]
    }
  | { readonly kind: 'condition-not-met' }
  | { readonly kind: 'obstacle'; readonly obstacle: Obstacle }

/** What a worker found out, and about which shipment. */
export type PreparedShipment = { readonly address: ShipmentAddress; readonly preparation: Preparation }

/** What a client may see of a delivery. */
export type DeliveryView = {
  /** Which of several recipients it goes to, from 0; `undefined` where there is one. */
  readonly recipient?: number | undefined
  readonly channel: Channel
  readonly destination: string
  readonly status: DeliveryStatus
  readonly lastUpdateMs: number
  readonly simulated: boolean
  /** Attempts begun. */
  readonly attempts: number
  /** Whether a provider may have it already, which has not answered for it. */
  readonly isUncertain: boolean
  /** Why it was never sent, where its address may not be written to. */
  readonly reason?: BarReason | undefined
  /** When the send window opens for it; only while it waits for that. */
  readonly waitsUntilMs: number | undefined
}

/** What a client may see of a shipment. */
export type ShipmentView = {
  readonly type: 'Instant' | ShipmentPlan['type']
  readonly sendersReference: string | undefined
  /** An instant shipment has its delivery's own status. */
  readonly status: ShipmentStatus | DeliveryStatus
  readonly lastUpdateMs: number
  readonly dueMs: number
  readonly deliveries: readonly DeliveryView[]
}

/** What its sender may see of a shipment's order. The texts are gone once it is final. */
export type OrderView = ShipmentView & {
  readonly acceptedAtMs: number
  readonly plan: Omit<ShipmentPlan, 'texts'> | undefined
  readonly texts: ShipmentPlan['texts'] | undefined
}

/** A shipment that has a sender's reference, and when its order was accepted. */
export type Referred = { readonly address: ShipmentAddress; readonly acceptedAtMs: number }

/** What is to be cancelled: one shipment, or all of its order. */
export type CancellationScope = 'shipment' | 'order'

/** What came of a client's wish to cancel a shipment. */
export type Cancellation = 'cancelled' | 'too-late' | 'unknown'
