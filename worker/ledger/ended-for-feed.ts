import { type ShipmentAddress, toUuid } from '../domain/order-id.ts'
import type { FeedEntry, LedgerEnds } from '../feed/feed-entry.ts'
import { writeFacts } from '../feed/message-facts.ts'
import { UNREADABLE_ROW } from './dead-letters.ts'
import type { NumberedEnd } from './ended-shipments.ts'
import { factsOfEnd } from './operation/facts-of-end.ts'
import type { LedgerTables } from './tables.ts'
import { feedEntry } from './views.ts'

/** Characters that one call to the feed carries; the platform's limit is eight times as much. */
const CALL_MAX_LENGTH = 4_194_304

/** What the feed is told in one call, and what of it cannot be told. */
type EndsToTell = LedgerEnds & { readonly unreadable: readonly ShipmentAddress[] }

function toEntry({ address, endedAtMs, shipment }: NumberedEnd): FeedEntry | undefined {
  if (!shipment) return undefined
  const shipmentId = toUuid(address)
  try {
    const mayBeThere = shipment.mayBeInFeed === true
    const facts = writeFacts(factsOfEnd(shipment))
    return { shipmentId, atMs: endedAtMs, entry: feedEntry(shipmentId, shipment), mayBeThere, facts }
  } catch {
    return undefined
  }
}

/** What has ended in a ledger, as the feed is told of it. */
export class EndedForFeed {
  readonly #tables: LedgerTables

  constructor(tables: LedgerTables) {
    this.#tables = tables
  }

  /** Whose feed it is. */
  get organization(): string {
    return this.#tables.organization
  }

  /** Which of the organisation's ledgers this is, by its digit; empty where nothing is stored. */
  get source(): string {
    return this.#tables.slice
  }

  /** The number of the latest end. */
  get latest(): number {
    return this.#tables.ended.latest
  }

  /** Whether this ledger has been restored to a moment from before what the feed has heard. */
  isFromBefore(heard: number): boolean {
    return this.#tables.ended.isFromBefore(heard)
  }

  /** Counts on behind what the feed has heard. */
  goOnAfter(heard: number): void {
    this.#tables.ended.goOnAfter(heard)
  }

  /** The ends after a number, no more than one call can carry; `undefined` where there are none. */
  after(sequence: number, limit: number): EndsToTell | undefined {
    const ends = this.#tables.ended.after(sequence, limit)
    const [first] = ends
    if (!first) return undefined
    const entries: (FeedEntry | undefined)[] = []
    let length = 0
    for (const end of ends) {
      const entry = toEntry(end)
      length += entry?.entry.length ?? 0
      if (entries.length > 0 && length > CALL_MAX_LENGTH) break
      entries.push(entry)
    }
    const told = ends.slice(0, entries.length)
    return {
      source: this.source,
      firstSequence: first.sequence,
      entries,
      unreadable: told.filter((_, index) => !entries[index]).map(({ address }) => address),
    }
  }

  /** What cannot be told goes to the dead letters. */
  noteUnreadable(addresses: readonly ShipmentAddress[], nowMs: number): void {
    for (const address of addresses) this.#tables.deadLetters.insert(address, UNREADABLE_ROW, nowMs)
  }
}
