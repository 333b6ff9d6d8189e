import type { Sql } from '../platform/sql.ts'

/** After so many entries it is noted what the feed has heard: so many at most are read when its object starts. */
const NOTED_EVERY = 64

/**
 * How far the feed has heard of each ledger's ends. Each entry says which end it is of; what is older than a few dozen of
 * them is noted together, in one row. A row for each call would cost half as much as the entries themselves.
 */
export class HeardEnds {
  readonly #sql: Sql
  #heard: Map<string, number> | undefined

  constructor(sql: Sql) {
    this.#sql = sql
  }

  /** A ledger's number of its last end that is here; 0 where none is. */
  of(source: string): number {
    return this.#all().get(source) ?? 0
  }

  /**
   * Goes on to a later end.
   *
   * @param latest the number of the latest entry
   * @param isInEntry whether the entry of that end says so; else it is noted at once
   */
  goTo(source: string, end: number, latest: number, isInEntry: boolean): void {
    this.#all().set(source, end)
    if (!isInEntry || latest - this.#notedAt() >= NOTED_EVERY) this.#note(latest)
  }

  /** Sees to it that entries up to a number can be erased, and what they say is still known. */
  noteBefore(erased: number, latest: number): void {
    if (erased > this.#notedAt()) this.#note(latest)
  }

  /** A transaction was undone: what is in memory may be wrong. */
  forget(): void {
    this.#heard = undefined
  }

  #all(): Map<string, number> {
    this.#heard ??= this.#read()
    return this.#heard
  }

  #read(): Map<string, number> {
    const [noted] = this.#sql.exec<{ heard: string }>('SELECT heard FROM feed')
    const heard: Readonly<Record<string, number>> = JSON.parse(noted?.heard ?? '{}')
    const since = this.#sql.exec<{ source: string; source_sequence: number }>(
      `SELECT source, source_sequence FROM entries
       WHERE sequence_number > (SELECT heard_at FROM feed) AND source IS NOT NULL ORDER BY sequence_number`,
    )
    const ends = since.map(({ source, source_sequence }) => [source, source_sequence] as const)
    return new Map([...Object.entries(heard), ...ends])
  }

  #notedAt(): number {
    return this.#sql.exec<{ heard_at: number }>('SELECT heard_at FROM feed')[0]?.heard_at ?? 0
  }

  #note(latest: number): void {
    const heard = JSON.stringify(Object.fromEntries(this.#all()))
    this.#sql.exec('UPDATE feed SET heard = ?, heard_at = ?', heard, latest)
  }
}
