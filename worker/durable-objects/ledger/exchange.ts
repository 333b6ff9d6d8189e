import type { ClaimRefusal } from '../../domain/delivery.ts'
import type { Content } from '../../domain/message.ts'
import type { ShipmentPlan } from '../../domain/order.ts'
import type { DeliveryAddress } from '../../domain/order-id.ts'
import type { NewDelivery } from '../../domain/preparation.ts'
import type { Obstacle, OrderStatus } from '../../domain/shipment.ts'
import type { Channel, DeliveryStatus } from '../../domain/status.ts'
import type { NewOrder } from './order-store.ts'

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
  | {
      readonly kind: 'created'
      readonly attempt: number
      readonly expiresAtMs: number
      readonly wakeAtMs: number
    }
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
  readonly address: DeliveryAddress
  readonly attempt: number
  readonly channel: Channel
  readonly destination: string
  readonly simulated: boolean
  readonly content: string
  readonly expiresAtMs: number
  readonly stayWith: string | undefined
  /** The provider that was asked last, if any was. */
  readonly askedLast: string | undefined
  /** Whether an earlier claim ran out: whoever held it may have called a provider, and nobody knows which. */
  readonly isUnreported: boolean
  readonly traceId: string
}

/** Why nobody may have the claim on a delivery now. */
export type ClaimRefused = { readonly kind: 'refused'; readonly why: ClaimRefusal | 'unknown' }

/** A shipment that has fallen due, as a worker needs it to find out who it goes to. */
export type DueShipment = {
  readonly plan: ShipmentPlan
  readonly unansweredConditions: number
  readonly traceId: string
}

/** What a worker found out about a shipment that has fallen due. */
export type Preparation =
  | { readonly kind: 'deliveries'; readonly deliveries: readonly (NewDelivery & { readonly simulated: boolean })[] }
  | { readonly kind: 'condition-not-met' }
  | { readonly kind: 'obstacle'; readonly obstacle: Obstacle }

/** What a client may see of a delivery. */
export type DeliveryView = {
  readonly channel: Channel
  readonly destination: string
  readonly status: DeliveryStatus
  readonly lastUpdateMs: number
  readonly simulated: boolean
  /** Attempts begun. */
  readonly attempts: number
  /** Whether a provider may have it already, which has not answered for it. */
  readonly isUncertain: boolean
  /** When the send window opens for it; only while it waits for that. */
  readonly waitsUntilMs: number | undefined
}

/** What a client may see of a shipment. */
export type ShipmentView = {
  readonly type: 'Instant' | ShipmentPlan['type']
  readonly sendersReference: string | undefined
  /** An instant shipment has its delivery's own status. */
  readonly status: OrderStatus | DeliveryStatus
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

/** What came of a client's wish to cancel a shipment. */
export type Cancellation = 'cancelled' | 'too-late' | 'unknown'
