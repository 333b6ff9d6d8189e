import type { KeywordValues } from '@straks/shared/text'
import type { Delivery } from '../domain/delivery.ts'
import type { ShipmentPlan } from '../domain/order.ts'
import type { DeliveryAddress, ShipmentAddress } from '../domain/order-id.ts'
import type { BarReason } from '../domain/preparation.ts'
import type { Shipment, ShipmentTrailEntry } from '../domain/shipment.ts'
import type { TrailEntry } from '../domain/trail.ts'
import type { DeliveryView, NewOrder, ShipmentView } from './contract.ts'

/** A message that is under way, or has ended before its shipment. */
export type LiveMessage = {
  readonly address: DeliveryAddress
  readonly destination: string
  /** Whether it goes to the inbox whatever its provider is. */
  readonly simulated: boolean
  readonly traceId: string
  /** Why it was never sent, where its address may not be written to. */
  readonly reason?: BarReason | undefined
  /** The order, where the message is all of it: an instant one. */
  readonly order: NewOrder | undefined
  readonly delivery: Delivery
  /** Which of several recipients it goes to, from 0; `undefined` where there is one. */
  readonly recipient?: number | undefined
  /** What the keywords of its shipment's texts become; `undefined` where it has a content of its own. */
  readonly values?: KeywordValues | undefined
  /** What it says, as JSON, where that is its own: of an instant message. Sealed, where it comes from storage. Gone once the delivery is final. */
  readonly content: string | undefined
}

/** A shipment of an ordinary order that has not ended. */
export type LiveShipment = {
  readonly address: ShipmentAddress
  readonly order: NewOrder
  readonly plan: Omit<ShipmentPlan, 'texts'>
  readonly shipment: Shipment
  /** What it says before keywords are filled in, as JSON; sealed, where it comes from storage. */
  readonly texts: string
}

/** A shipment that has ended: all that is still told of it. */
export type EndedShipment = ShipmentView & {
  readonly address: ShipmentAddress
  readonly order: NewOrder
  readonly plan: Omit<ShipmentPlan, 'texts'> | undefined
  readonly deliveries: readonly DeliveryView[]
  /** Whether the feed may have been told of it before ends had numbers. */
  readonly mayBeInFeed?: true
  /** What happened to each of its deliveries, in their order, and to the shipment before there were any. */
  readonly trails?: readonly (readonly TrailEntry[])[]
  readonly trail?: readonly ShipmentTrailEntry[]
}

/** A shipment that no worker could handle, as an operator sees it. */
export type DeadLetter = { readonly address: ShipmentAddress; readonly reason: string; readonly atMs: number }
