import { DurableObject } from 'cloudflare:workers'
import type { NamedRecipient } from '../../domain/erasure.ts'
import type { OrderKey, ShipmentAddress } from '../../domain/order-id.ts'
import type { DeadLetter } from '../records.ts'
import type { StatusChange } from '../status-change.ts'
import type { FoundShipment, InspectedShipment, SearchCriteria, SearchPage } from './contract.ts'
import type { EndedByHand } from './end-shipment.ts'
import type { LedgerErasure } from './erase.ts'
import type { LedgerGauges } from './gauges.ts'
import type { OperatorLedger } from './operator-ledger.ts'
import type { Redriven } from './redrive-shipment.ts'
import type { RecipientStep } from './search.ts'

/** How long a search may go on in one call; it tells how far it has come. */
const SEARCH_MS = 5_000

const DEAD_LETTERS_SHOWN = 100

const UNKNOWN: EndedByHand = { outcome: 'unknown', changes: [] }

/** What operators may ask of a ledger's object, over what it gives them. */
export abstract class OperableLedger extends DurableObject<Env> {
  /** What operators ask; `undefined` in a ledger that never had an order. */
  protected abstract operated(): OperatorLedger | undefined
  /** Makes a change in the next transaction, and sees to the alarm. */
  protected abstract change<Value>(work: () => Value): Promise<Value>
  /** Brings the feed what it does not have; throws where it cannot be reached. */
  protected abstract tellFeed(): Promise<void>
  /** Tells of new statuses what follows them. */
  protected abstract tell(changes: readonly StatusChange[]): void

  /** The latest shipments that no worker could handle. */
  deadLetters(): readonly DeadLetter[] {
    return this.operated()?.deadLetters(DEAD_LETTERS_SHOWN) ?? []
  }

  /** How it stands now; nothing where there never was anything. */
  gauges(): LedgerGauges | undefined {
    return this.operated()?.gauges(Date.now())
  }

  /** A shipment with its timeline; `undefined` where there is none. */
  inspect(address: ShipmentAddress): InspectedShipment | undefined {
    return this.operated()?.inspect(address, Date.now())
  }

  /** The shipments of an order. */
  inspectOrder(orderKey: OrderKey): readonly InspectedShipment[] {
    return this.operated()?.ofOrder(orderKey, Date.now()) ?? []
  }

  /** Shipments that fit, behind a place in the search. Messages are let in between two steps. */
  async search(criteria: SearchCriteria, after: string | undefined, limit: number): Promise<SearchPage> {
    const untilMs = Date.now() + SEARCH_MS
    const found: FoundShipment[] = []
    for (let cursor = after; ; ) {
      const step = this.operated()?.searchStep(criteria, cursor, Date.now())
      if (!step) return { found, next: undefined }
      for (const one of step.found) found.push(one)
      if (found.length > limit) {
        const kept = found.slice(0, limit)
        return { found: kept, next: kept.at(-1)?.cursor }
      }
      if (step.next === undefined || found.length === limit || Date.now() > untilMs) return { found, next: step.next }
      cursor = step.next
      await scheduler.wait(0)
    }
  }

  /** Makes one attempt more due now at each of these, inside its time-to-live. What a provider has may be sent twice. */
  redrive(addresses: readonly ShipmentAddress[]): Promise<readonly Redriven[]> {
    const nowMs = Date.now()
    return this.change(() => addresses.map((address) => this.operated()?.redrive(address, nowMs) ?? 'unknown'))
  }

  /** The same at what waits only: nothing is sent twice. */
  redriveWaiting(addresses: readonly ShipmentAddress[]): Promise<readonly Redriven[]> {
    const nowMs = Date.now()
    return this.change(() => addresses.map((address) => this.operated()?.redriveWaiting(address, nowMs) ?? 'unknown'))
  }

  /** The same, and at what a provider may have where nothing tries it again. */
  redriveUncertain(addresses: readonly ShipmentAddress[]): Promise<readonly Redriven[]> {
    const nowMs = Date.now()
    return this.change(() => addresses.map((address) => this.operated()?.redriveUncertain(address, nowMs) ?? 'unknown'))
  }

  /** Ends all of a shipment as failed. */
  async giveUpByHand(address: ShipmentAddress): Promise<EndedByHand['outcome']> {
    return this.#end(() => this.operated()?.giveUp(address, Date.now()) ?? UNKNOWN)
  }

  /** Takes back a shipment of which no provider can have anything. */
  async cancelByHand(address: ShipmentAddress): Promise<EndedByHand['outcome']> {
    return this.#end(() => this.operated()?.cancel(address, Date.now()) ?? UNKNOWN)
  }

  /**
   * Takes a recipient out of everything here, some rows at a time. What is under way to them ends. When it is done, the
   * feed has been told of these ends, without them; else it throws. A call from before, which names them still, may reach the
   * feed late, and changes nothing where it has heard of as much.
   */
  async erase(recipient: NamedRecipient): Promise<LedgerErasure> {
    let erased: LedgerErasure = { deliveries: 0, deadLetters: 0, references: 0, shipmentIds: [] }
    for (let cursor: string | undefined; this.operated(); ) {
      const nowMs = Date.now()
      const step = await this.change(() => this.operated()?.eraseStep(recipient, cursor, nowMs))
      if (!step) break
      this.tell(step.changes)
      erased = {
        deliveries: erased.deliveries + step.deliveries,
        deadLetters: erased.deadLetters + step.deadLetters,
        references: erased.references + step.references,
        shipmentIds: [...erased.shipmentIds, ...step.shipmentIds],
      }
      cursor = step.next
      if (cursor === undefined) break
      await scheduler.wait(0)
    }
    await this.tellFeed()
    return erased
  }

  /** Some more of the names that are stored here. */
  recipients(cursor: string | undefined): RecipientStep {
    return this.operated()?.recipientStep(cursor, Date.now()) ?? { names: [], next: undefined }
  }

  async #end(work: () => EndedByHand): Promise<EndedByHand['outcome']> {
    const { outcome, changes } = await this.change(work)
    this.tell(changes)
    return outcome
  }
}
