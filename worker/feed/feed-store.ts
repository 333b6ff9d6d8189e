import type { Eraser } from '../domain/erasure.ts'
import { migrate, migrateIfAny } from '../platform/migrations.ts'
import { type Sql, squeezed } from '../platform/sql.ts'
import { destinationsAfter, type NamesInFeed } from './destinations.ts'
import type { FeedEntry, FeedOrder, FeedPage, LedgerEnds } from './feed-entry.ts'
import { FEED_SCHEMA } from './feed-schema.ts'
import { HeardEnds } from './heard-ends.ts'
import type { CountedEntry } from './statistics.ts'

/**
 * The most that a page's text may be, in UTF-16 units, unless it is one entry: an entry with many recipients is long, and what
 * one call to an object answers is limited (32 MiB). A reader notices nothing: it asks on from the last number it has.
 */
const PAGE_MAX_UNITS = 4_194_304

/** UTF-16 units that a list adds for each further entry: its comma and its number. */
const BRACKETS_AND_COMMA = 3

/** An entry's text without its opening brace, so that its number can be put first. */
function membersOf(entry: string): string {
  if (!entry.startsWith('{"')) throw new TypeError('A feed entry is the text of a JSON object with members')
  return entry.slice(1)
}

/** Whether a row is an object's members: one that is not would make the whole page unreadable, each time it is asked for. */
const IS_WHOLE = `json_valid('{"sequenceNumber":0,' || members)`

const PAGES = {
  Asc: `SELECT sequence_number, members FROM entries WHERE sequence_number > ? AND ${IS_WHOLE} ORDER BY sequence_number ASC LIMIT ?`,
  Desc: `SELECT sequence_number, members FROM entries WHERE sequence_number < ? AND ${IS_WHOLE} ORDER BY sequence_number DESC LIMIT ?`,
} as const satisfies Readonly<Record<FeedOrder, string>>

/** Where the id of its shipment stands in the text of an entry, from 1: behind `"shipmentId":"`. */
const ID_STARTS_AT = 15

/** Entries that a recipient was taken out of, and how far that came. */
type ErasedEntries = { readonly erased: number; readonly next: number | undefined }

type Row = { sequence_number: number; members: string }

/** The tables of one feed. Nothing is written, not even a table, before the first entry. */
export class FeedStore {
  readonly #sql: Sql
  readonly #heard: HeardEnds
  #ready: boolean

  constructor(sql: Sql) {
    this.#sql = sql
    this.#heard = new HeardEnds(sql)
    this.#ready = migrateIfAny(this.#sql, FEED_SCHEMA)
  }

  /** Makes the tables before the first entry. To be run outside a transaction that may yet be undone. */
  prepare(): void {
    if (this.#ready) return
    migrate(this.#sql, FEED_SCHEMA)
    this.#ready = true
  }

  /** A ledger's number of its last end that is here. */
  heardUpTo(source: string): number {
    return this.#ready ? this.#heard.of(source) : 0
  }

  /** Reads again how far that is: a transaction was undone. */
  reload(): void {
    this.#heard.forget()
  }

  /**
   * Gives each entry the next number, but for those that are here already. To be run in one transaction.
   *
   * A ledger tells its ends in their order and asks how far it has come, so what it passes over it does not have any more.
   *
   * @returns the ledger's number of its last end that is here now
   */
  append({ source, firstSequence, entries }: LedgerEnds): number {
    const heard = this.heardUpTo(source)
    const fresh = entries.slice(Math.max(0, heard + 1 - firstSequence))
    if (fresh.length === 0) return heard
    const now = firstSequence + entries.length - 1
    let latest = this.#latest()
    let stored = 0
    for (const [index, entry] of fresh.entries()) {
      if (!entry || (entry.mayBeThere && this.#has(entry))) continue
      latest++
      stored = now - fresh.length + 1 + index
      this.#sql.exec(
        'INSERT INTO entries (sequence_number, at_ms, members, facts, source, source_sequence) VALUES (?, ?, ?, ?, ?, ?)',
        latest,
        entry.atMs,
        membersOf(entry.entry),
        entry.facts ?? null,
        source,
        stored,
      )
    }
    this.#heard.goTo(source, now, latest, stored === now)
    return now
  }

  /** The text of a JSON array: the entries beyond a number that can be read, put together as they are stored. */
  read({ seq, pageSize, orderBy }: FeedPage): string {
    if (!this.#ready) return '[]'
    const bound = orderBy === 'Desc' && seq === 0 ? Number.MAX_SAFE_INTEGER : seq
    let page = ''
    for (const { sequence_number, members } of this.#sql.each<Row>(PAGES[orderBy], bound, pageSize)) {
      const entry = `{"sequenceNumber":${sequence_number},${members}`
      if (page !== '' && page.length + entry.length > PAGE_MAX_UNITS - BRACKETS_AND_COMMA) break
      page += page === '' ? entry : `,${entry}`
    }
    return `[${page}]`
  }

  /** What is counted of the entries beyond a number, in their order. */
  countedAfter(seq: number, limit: number): readonly CountedEntry[] {
    if (!this.#ready) return []
    return this.#sql
      .exec<{ sequence_number: number; facts: string | null }>(
        'SELECT sequence_number, facts FROM entries WHERE sequence_number > ? ORDER BY sequence_number LIMIT ?',
        seq,
        limit,
      )
      .map(({ sequence_number, facts }) => ({ sequenceNumber: sequence_number, facts }))
  }

  /** The numbers of the entries after (or before) a number, in the order asked for. */
  numbersAfter(seq: number, limit: number): readonly number[] {
    if (!this.#ready) return []
    return this.#sql
      .exec<{ sequence_number: number }>(
        'SELECT sequence_number FROM entries WHERE sequence_number > ? ORDER BY sequence_number LIMIT ?',
        seq,
        limit,
      )
      .map(({ sequence_number }) => sequence_number)
  }

  /** The numbers, among those given, whose entry is about the shipment. */
  numbersOf(shipmentId: string, numbers: readonly number[]): readonly number[] {
    if (!this.#ready) return []
    return this.#sql
      .exec<{ sequence_number: number }>(
        `SELECT sequence_number FROM entries
         WHERE sequence_number IN (SELECT value FROM json_each(?)) AND substr(members, ?, 36) = ?`,
        JSON.stringify(numbers),
        ID_STARTS_AT,
        shipmentId,
      )
      .map(({ sequence_number }) => sequence_number)
  }

  /**
   * Erases the oldest entries that became final before a moment, and tells how many those were.
   *
   * It stops at the first entry that is to stay: what is left has no number missing.
   */
  eraseOldest(beforeMs: number, limit: number): number {
    if (!this.#ready) return 0
    const oldest = this.#sql.exec<{ sequence_number: number; at_ms: number }>(
      'SELECT sequence_number, at_ms FROM entries ORDER BY sequence_number LIMIT ?',
      limit,
    )
    const staying = oldest.findIndex(({ at_ms }) => at_ms >= beforeMs)
    const leaving = staying === -1 ? oldest : oldest.slice(0, staying)
    const last = leaving.at(-1)
    if (!last) return 0
    this.#heard.noteBefore(last.sequence_number, this.#latest())
    // The last number is not given again, even where nothing that has one is left.
    if (last.sequence_number === this.#latest()) this.#sql.exec('UPDATE feed SET latest = ?', last.sequence_number)
    this.#sql.exec('DELETE FROM entries WHERE sequence_number <= ?', last.sequence_number)
    return leaving.length
  }

  /**
   * Takes a recipient out of some entries beyond a number, which keep their numbers. Tells how many that were, and how far
   * it came; `undefined` at the end.
   *
   * @param shipmentIds entries of these are theirs whole, though they may not say so
   */
  erase(eraser: Eraser, shipmentIds: readonly string[], after: number, limit: number): ErasedEntries {
    if (!this.#ready) return { erased: 0, next: undefined }
    const page = 'SELECT sequence_number FROM entries WHERE sequence_number > ?1 ORDER BY sequence_number LIMIT ?2'
    const [last] = this.#sql.exec<{ sequence_number: number }>(`${page} OFFSET ?3`, after, 1, limit - 1)
    const rows = this.#sql.exec<Row>(
      `SELECT sequence_number, members FROM entries WHERE sequence_number IN (${page})
         AND (instr(${squeezed('members')}, ?3) > 0 OR substr(members, ?4, 36) IN (SELECT value FROM json_each(?5)))`,
      after,
      limit,
      eraser.sieve,
      ID_STARTS_AT,
      JSON.stringify(shipmentIds),
    )
    const theirs = new Set(shipmentIds)
    let erased = 0
    for (const { sequence_number, members } of rows) {
      const isTheirs = theirs.has(members.slice(ID_STARTS_AT - 1, ID_STARTS_AT + 35))
      const { text } = isTheirs ? eraser.scrubWhole(`{${members}`) : eraser.scrub(`{${members}`)
      if (membersOf(text) === members) continue
      this.#sql.exec('UPDATE entries SET members = ? WHERE sequence_number = ?', membersOf(text), sequence_number)
      erased++
    }
    return { erased, next: last?.sequence_number }
  }

  /** Where the messages of some entries beyond a number went, and how far that came; `undefined` at the end. */
  destinations(after: number, limit: number): NamesInFeed {
    return this.#ready ? destinationsAfter(this.#sql, after, limit) : { names: [], next: undefined }
  }

  /** When the shipment of the oldest entry became final; `undefined` when there is none. */
  oldestMs(): number | undefined {
    if (!this.#ready) return undefined
    return this.#sql.exec<{ at_ms: number }>('SELECT at_ms FROM entries ORDER BY sequence_number LIMIT 1')[0]?.at_ms
  }

  /** The number of the latest entry; 0 where there is none. */
  latest(): number {
    return this.#ready ? this.#latest() : 0
  }

  #latest(): number {
    return (
      this.#sql.exec<{ latest: number }>(
        'SELECT max(latest, coalesce((SELECT max(sequence_number) FROM entries), 0)) AS latest FROM feed',
      )[0]?.latest ?? 0
    )
  }

  /** Whether a shipment's entry is here, from before ledgers numbered their ends. */
  #has({ shipmentId }: FeedEntry): boolean {
    const start = `"shipmentId":"${shipmentId}"`
    return (
      this.#sql.exec('SELECT 1 FROM entries WHERE substr(members, 1, ?) = ? LIMIT 1', start.length, start).length > 0
    )
  }
}
