import type { FeedEntry, FeedOrder, FeedPage } from './feed-entry.ts'

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS feed (latest INTEGER NOT NULL);
  INSERT INTO feed (latest) SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM feed);
  CREATE TABLE IF NOT EXISTS entries (
    sequence_number INTEGER PRIMARY KEY, shipment_id TEXT NOT NULL UNIQUE, at_ms INTEGER NOT NULL, members TEXT NOT NULL
  );
`

/**
 * The least that a page's text may grow to before it ends early: an entry with many recipients is long, and what one call
 * to an object answers is limited (32 MiB). A reader notices nothing: it asks on from the last number it has.
 */
const PAGE_FULL_LENGTH = 4_194_304

/** An entry's text without the brace that opens it, so that a number can be put before its members. */
function membersOf(entry: string): string {
  if (!entry.startsWith('{"')) throw new TypeError('A feed entry is the text of a JSON object with members')
  return entry.slice(1)
}

const PAGES = {
  Asc: 'SELECT sequence_number, members FROM entries WHERE sequence_number > ? ORDER BY sequence_number ASC LIMIT ?',
  Desc: 'SELECT sequence_number, members FROM entries WHERE sequence_number < ? ORDER BY sequence_number DESC LIMIT ?',
} as const satisfies Readonly<Record<FeedOrder, string>>

/** The tables of one feed. Nothing is written, not even a table, before the first entry. */
export class FeedStore {
  readonly #sql: SqlStorage
  #ready: boolean

  constructor(sql: SqlStorage) {
    this.#sql = sql
    this.#ready = sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'entries'").toArray().length > 0
  }

  /** Makes the tables before the first entry. To be run outside a transaction that may yet be undone. */
  prepare(): void {
    if (this.#ready) return
    this.#sql.exec(SCHEMA)
    this.#ready = true
  }

  /**
   * Gives each entry the next number, unless its shipment has one. To be run in one transaction: the last number is kept
   * beside the entries, so that none is left out, and none comes again after its entry is erased.
   */
  append(entries: readonly FeedEntry[]): void {
    const before = this.#sql.exec<{ latest: number }>('SELECT latest FROM feed').one().latest
    let latest = before
    for (const { shipmentId, atMs, entry } of entries) {
      const { rowsWritten } = this.#sql.exec(
        `INSERT INTO entries (sequence_number, shipment_id, at_ms, members) VALUES (?, ?, ?, ?)
         ON CONFLICT (shipment_id) DO NOTHING`,
        latest + 1,
        shipmentId,
        atMs,
        membersOf(entry),
      )
      if (rowsWritten > 0) latest++
    }
    if (latest > before) this.#sql.exec('UPDATE feed SET latest = ?', latest)
  }

  /** The text of a JSON array: the entries beyond a number, put together as they are stored. */
  read({ seq, pageSize, orderBy }: FeedPage): string {
    if (!this.#ready) return '[]'
    const bound = orderBy === 'Desc' && seq === 0 ? Number.MAX_SAFE_INTEGER : seq
    const rows = this.#sql
      .exec<{ sequence_number: number; members: string }>(PAGES[orderBy], bound, pageSize)
      .raw<[number, string]>()
    let page = ''
    for (const [sequenceNumber, members] of rows) {
      page += `${page === '' ? '' : ','}{"sequenceNumber":${sequenceNumber},${members}`
      if (page.length >= PAGE_FULL_LENGTH) break
    }
    return `[${page}]`
  }

  /**
   * Erases the oldest entries that became final before a moment, and tells how many those were.
   *
   * It stops at the first entry that is to stay: what is left has no number missing.
   */
  eraseOldest(beforeMs: number, limit: number): number {
    if (!this.#ready) return 0
    const oldest = this.#sql
      .exec<{ sequence_number: number; at_ms: number }>(
        'SELECT sequence_number, at_ms FROM entries ORDER BY sequence_number LIMIT ?',
        limit,
      )
      .toArray()
    const staying = oldest.findIndex(({ at_ms }) => at_ms >= beforeMs)
    const leaving = staying === -1 ? oldest : oldest.slice(0, staying)
    const last = leaving.at(-1)
    if (last) this.#sql.exec('DELETE FROM entries WHERE sequence_number <= ?', last.sequence_number)
    return leaving.length
  }

  /** When the shipment of the oldest entry became final; `undefined` when there is none. */
  oldestMs(): number | undefined {
    if (!this.#ready) return undefined
    return this.#sql.exec<{ at_ms: number }>('SELECT at_ms FROM entries ORDER BY sequence_number LIMIT 1').toArray()[0]
      ?.at_ms
  }
}
