import type { Eraser } from '../../domain/erasure.ts'
import type { Box } from '../../platform/content-box.ts'
import type { InboxRequest } from './inbox-request.ts'
import { openIfAny, readIfAny } from './read-kept.ts'

/** Requests that are kept: more than a person looks through. */
const KEPT_REQUESTS = 500

/** The requests that were sent to this service, in development. */
export class RequestStore {
  readonly #sql: SqlStorage
  readonly #box: Box

  /** Of the inbox's database, whose tables are up to date. Requests are sealed, as the messages that they make are. */
  constructor(sql: SqlStorage, box: Box) {
    this.#sql = sql
    this.#box = box
  }

  insert(requests: readonly InboxRequest[]): void {
    for (const request of requests)
      this.#sql.exec(
        'INSERT INTO requests (at_ms, request) VALUES (?, ?)',
        Date.parse(request.at),
        this.#box.seal(JSON.stringify(request)),
      )
    this.#sql.exec('DELETE FROM requests WHERE position <= (SELECT max(position) FROM requests) - ?', KEPT_REQUESTS)
  }

  /** The latest, newest first. */
  latest(limit: number): readonly InboxRequest[] {
    return this.#sql
      .exec<{ request: string }>('SELECT request FROM requests ORDER BY position DESC LIMIT ?', limit)
      .toArray()
      .flatMap((row) => readIfAny<InboxRequest>(openIfAny(this.#box, row.request)) ?? [])
  }

  /** Erases the requests that name a recipient, or that cannot be read. */
  erase(eraser: Eraser): void {
    const rows = this.#sql
      .exec<{ position: number; request: string }>('SELECT position, request FROM requests')
      .toArray()
    for (const { position, request } of rows) {
      const text = openIfAny(this.#box, request)
      if (text === undefined || eraser.isInJson(text))
        this.#sql.exec('DELETE FROM requests WHERE position = ?', position)
    }
  }

  eraseBefore(ms: number): void {
    this.#sql.exec('DELETE FROM requests WHERE at_ms < ?', ms)
  }
}
