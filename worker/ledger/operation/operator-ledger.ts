import type { Timing } from '../../domain/delivery.ts'
import { Eraser, type NamedRecipient } from '../../domain/erasure.ts'
import type { OrderKey, ShipmentAddress } from '../../domain/order-id.ts'
import { ifReadable } from '../../platform/if-readable.ts'
import type { DeadLetter } from '../records.ts'
import type { LedgerTables } from '../tables.ts'
import type { InspectedShipment, SearchCriteria } from './contract.ts'
import { cancelShipment, type EndedByHand, giveUpShipment } from './end-shipment.ts'
import { type ErasureStep, LedgerEraser } from './erase.ts'
import { gaugesOf, type LedgerGauges } from './gauges.ts'
import { type Redriven, redriveShipment, redriveUncertain, redriveWaiting } from './redrive-shipment.ts'
import { inspect, type RecipientStep, Search, type SearchStep } from './search.ts'

/** What operators ask of a ledger: each call is one step in one transaction, as with the `Ledger` itself. */
export class OperatorLedger {
  readonly #tables: LedgerTables
  readonly #timing: Timing

  constructor(tables: LedgerTables, timing: Timing) {
    this.#tables = tables
    this.#timing = timing
  }

  /** How it stands now. */
  gauges(nowMs: number): LedgerGauges {
    return gaugesOf(this.#tables.sql, nowMs)
  }

  /** The latest shipments that no worker could handle. */
  deadLetters(limit: number): readonly DeadLetter[] {
    return this.#tables.deadLetters.latest(limit)
  }

  /** A shipment with its timeline; `undefined` where there is none. */
  inspect(address: ShipmentAddress, nowMs: number): InspectedShipment | undefined {
    return inspect(this.#tables, address, nowMs)
  }

  /** The shipments of an order. */
  ofOrder(orderKey: OrderKey, nowMs: number): readonly InspectedShipment[] {
    const { messages, shipments, ended } = this.#tables
    const places: readonly (() => readonly { readonly address: ShipmentAddress }[])[] = [
      () => messages.ofShipment({ orderKey, number: 1 }),
      () => shipments.ofOrder(orderKey),
      () => ended.ofOrder(orderKey),
    ]
    const numbers = new Set(places.flatMap((read) => (ifReadable(read) ?? []).map(({ address }) => address.number)))
    return [...numbers].sort((a, b) => a - b).flatMap((number) => this.inspect({ orderKey, number }, nowMs) ?? [])
  }

  /** Looks at some more rows for shipments that fit. */
  searchStep(criteria: SearchCriteria, cursor: string | undefined, nowMs: number): SearchStep {
    return new Search(this.#tables, criteria, nowMs).step(cursor)
  }

  /** Makes one attempt more due now at a shipment, inside its time-to-live: at what waits, else at what a provider has. */
  redrive(address: ShipmentAddress, nowMs: number): Redriven {
    return redriveShipment(this.#tables, address, nowMs, this.#timing)
  }

  /** The same at what waits only: no provider gets a message that one may have. */
  redriveWaiting(address: ShipmentAddress, nowMs: number): Redriven {
    return redriveWaiting(this.#tables, address, nowMs, this.#timing)
  }

  /** The same, and at what a provider may have where nothing tries it again. */
  redriveUncertain(address: ShipmentAddress, nowMs: number): Redriven {
    return redriveUncertain(this.#tables, address, nowMs, this.#timing)
  }

  /** Some more of the names that rows have: who shipments are for, and where they go. */
  recipientStep(cursor: string | undefined, nowMs: number): RecipientStep {
    return new Search(this.#tables, {}, nowMs).names(cursor)
  }

  /** Takes a recipient out of some more rows. */
  eraseStep(recipient: NamedRecipient, cursor: string | undefined, nowMs: number): ErasureStep {
    return new LedgerEraser(this.#tables, new Eraser(recipient), nowMs).step(cursor)
  }

  /** Ends all of a shipment as failed. */
  giveUp(address: ShipmentAddress, nowMs: number): EndedByHand {
    return giveUpShipment(this.#tables, address, nowMs)
  }

  /** Takes back a shipment of which no provider can have anything. */
  cancel(address: ShipmentAddress, nowMs: number): EndedByHand {
    return cancelShipment(this.#tables, address, nowMs, this.#timing)
  }
}
