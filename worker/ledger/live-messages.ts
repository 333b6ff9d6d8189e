import { type Delivery, wakeAtOf } from '../domain/delivery.ts'
import type { Eraser, Scrubbed } from '../domain/erasure.ts'
import { type DeliveryAddress, type ShipmentAddress, toUuid } from '../domain/order-id.ts'
import type { Box } from '../platform/content-box.ts'
import { Recent } from '../platform/recent.ts'
import { type Sieve, type Sql, squeezed } from '../platform/sql.ts'
import type { LiveMessage } from './records.ts'
import { pageOf, type RowPage } from './row-page.ts'
import { readStored, UnreadableRow } from './stored.ts'
import { WakeHeap } from './wake-heap.ts'

type Row = {
  order_key: string
  number: number
  position: number
  wake_at_ms: number | null
  facts: string
  state: string
  content: string | null
}

/** What never changes of a message, as it is stored. */
type Facts = Omit<LiveMessage, 'address' | 'delivery' | 'content'>

const keyOf = ({ orderKey, number, position }: DeliveryAddress): string => `${orderKey} ${number} ${position}`

function addressOf(key: string): DeliveryAddress {
  const [orderKey = '', number, position] = key.split(' ')
  return { orderKey, number: Number(number), position: Number(position) }
}

/** It throws where it cannot be read. */
function toMessage(row: Row): LiveMessage {
  const facts = readStored<Facts>(row.facts, [])
  if (typeof facts.destination !== 'string') throw new UnreadableRow('A row names no destination')
  return {
    ...facts,
    address: { orderKey: row.order_key, number: row.number, position: row.position },
    delivery: readStored<Delivery>(row.state, ['stage']),
    content: row.content ?? undefined,
  }
}

/** How many messages are kept in memory, and how long their texts may be: half a megabyte at most. */
const KEPT_MESSAGES = 500
const KEPT_CONTENT_LENGTH = 1_000

/** The messages that are under way, one row each. When each needs a look is in memory, and read anew after a start. */
export class LiveMessages {
  readonly #sql: Sql
  readonly #box: Box
  #heap: WakeHeap | undefined
  /** Those written last: the report of an attempt follows soon, and need not read what was just written. */
  readonly #kept = new Recent<LiveMessage>(KEPT_MESSAGES)

  /** Where the first message may be that has not ended, of shipments with several: what lies before is not read again. */
  readonly #firstOpen = new Map<string, number>()

  constructor(sql: Sql, box: Box) {
    this.#sql = sql
    this.#box = box
  }

  /**
   * Stores a new message unless its place is taken.
   *
   * @param sealed its content, where that is sealed already
   */
  insert(message: LiveMessage, sealed?: string): boolean {
    const { address, delivery, content, ...facts } = message
    // One that is in memory is not tried again: even an insert that meets its key costs a transaction.
    if (this.isInMemory(address)) return false
    const wakeAtMs = wakeAtOf(delivery)
    const isNew = this.#sql.write(
      `INSERT INTO live_messages (order_key, number, position, wake_at_ms, facts, state, content)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE NOT EXISTS (SELECT 1 FROM ended_shipments WHERE order_key = ?1 AND number = ?2)
       ON CONFLICT DO NOTHING`,
      address.orderKey,
      address.number,
      address.position,
      wakeAtMs ?? null,
      JSON.stringify(facts),
      JSON.stringify(delivery),
      sealed ?? (content === undefined ? null : this.#box.seal(content)),
    )
    if (!isNew) return false
    this.#plan(address, wakeAtMs)
    this.#keep(message)
    return true
  }

  /** Whether a message is certainly there, without a look at the tables. */
  isInMemory(address: DeliveryAddress): boolean {
    return this.#kept.get(keyOf(address)) !== undefined
  }

  find(address: DeliveryAddress): LiveMessage | undefined {
    const kept = this.#kept.get(keyOf(address))
    if (kept) return kept
    const { orderKey, number, position } = address
    const [row] = this.#sql.exec<Row>(
      'SELECT * FROM live_messages WHERE order_key = ? AND number = ? AND position = ?',
      orderKey,
      number,
      position,
    )
    return row && toMessage(row)
  }

  /** The messages of one shipment, in their order. */
  ofShipment({ orderKey, number }: ShipmentAddress): readonly LiveMessage[] {
    return this.#sql
      .exec<Row>('SELECT * FROM live_messages WHERE order_key = ? AND number = ? ORDER BY position', orderKey, number)
      .map(toMessage)
  }

  /**
   * A page of instant messages after a key, in the order of their keys, and the last key read; `undefined` at the end.
   *
   * @param sieve only rows that contain its text are read
   */
  instantAfter(key: string, limit: number, sieve?: Sieve): RowPage<LiveMessage, string> {
    const { orderKey, number } = addressOf(key === '' ? ' 0 0' : `${key} 0`)
    return pageOf<Row, LiveMessage, string>(this.#sql, {
      page: `SELECT * FROM live_messages WHERE (order_key, number) > (?1, ?2) AND position = 0
        ORDER BY order_key, number LIMIT ?3`,
      lastOf: (row) => `${row.order_key} ${row.number}`,
      read: toMessage,
      values: [orderKey, number, limit],
      limit,
      order: 'order_key, number',
      ...(sieve !== undefined && { sieve: { column: 'facts', ...sieve } }),
    })
  }

  /** How many messages of a shipment there are. */
  countOf({ orderKey, number }: ShipmentAddress): number {
    const [row] = this.#sql.exec<{ count: number }>(
      'SELECT count(*) AS count FROM live_messages WHERE order_key = ? AND number = ?',
      orderKey,
      number,
    )
    return row?.count ?? 0
  }

  /**
   * Whether a message of a shipment has not ended.
   *
   * @param except the position of one that is not to be looked at
   */
  hasOpen(address: ShipmentAddress, except = -1): boolean {
    const { orderKey, number } = address
    const key = toUuid(address)
    const [row] = this.#sql.exec<Pick<Row, 'position'>>(
      `SELECT position FROM live_messages WHERE order_key = ? AND number = ? AND position >= ? AND position != ?
         AND wake_at_ms IS NOT NULL ORDER BY position LIMIT 1`,
      orderKey,
      number,
      this.#firstOpen.get(key) ?? 0,
      except,
    )
    if (row) this.#firstOpen.set(key, Math.min(row.position, except < 0 ? row.position : except))
    else this.#firstOpen.delete(key)
    return row !== undefined
  }

  /** Writes what may change of a message. A final one loses its content in the same write. */
  save(message: LiveMessage): void {
    const { address, delivery } = message
    const wakeAtMs = wakeAtOf(delivery)
    this.#sql.write(
      `UPDATE live_messages SET wake_at_ms = ?1, state = ?2, content = CASE WHEN ?1 IS NULL THEN NULL ELSE content END
       WHERE order_key = ?3 AND number = ?4 AND position = ?5`,
      wakeAtMs ?? null,
      JSON.stringify(delivery),
      address.orderKey,
      address.number,
      address.position,
    )
    this.#plan(address, wakeAtMs)
    this.#keep(wakeAtMs === undefined ? { ...message, content: undefined } : message)
  }

  /** Rewrites what is known of a message without a recipient: tells whether it named them, and how many destinations that took. */
  rewrite(address: DeliveryAddress, scrub: (facts: string) => Scrubbed): { hasChanged: boolean; destinations: number } {
    const { orderKey, number, position } = address
    const place = 'order_key = ? AND number = ? AND position = ?'
    const [row] = this.#sql.exec<Row>(`SELECT * FROM live_messages WHERE ${place}`, orderKey, number, position)
    const { text, destinations } = scrub(row?.facts ?? '{}')
    this.#sql.exec(`UPDATE live_messages SET facts = ? WHERE ${place}`, text, orderKey, number, position)
    this.#kept.delete(keyOf(address))
    return { hasChanged: row !== undefined && text !== row.facts, destinations }
  }

  /** Forgets those that still name a recipient after an erasure: they cannot be read. Tells how many those were. */
  forgetNamed(eraser: Eraser): number {
    const where = `instr(${squeezed('facts')}, ?) > 0`
    const sieved = this.#sql.exec<Row>(`SELECT * FROM live_messages WHERE ${where}`, eraser.sieve)
    const named = sieved.filter(({ facts }) => eraser.isInJson(facts))
    for (const { order_key, number, position } of named) this.forget({ orderKey: order_key, number, position })
    return named.length
  }

  forget(address: DeliveryAddress): void {
    const { orderKey, number, position } = address
    this.#sql.write(
      'DELETE FROM live_messages WHERE order_key = ? AND number = ? AND position = ?',
      orderKey,
      number,
      position,
    )
    this.#plan(address, undefined)
    this.#kept.delete(keyOf(address))
  }

  /** Plans a look in memory only: after a restart every message gets one at once. */
  lookAgainAt(address: DeliveryAddress, atMs: number): void {
    this.#plan(address, atMs)
  }

  /** Takes out the addresses whose time has come, the longest overdue first. None is given twice for the same time. */
  takeDue(nowMs: number, limit: number): readonly DeliveryAddress[] {
    const heap = this.#wakeUps()
    const due: DeliveryAddress[] = []
    while (due.length < limit) {
      const key = heap.takeDue(nowMs)
      if (key === undefined) break
      due.push(addressOf(key))
    }
    return due
  }

  /** When a message next needs a look. */
  nextWakeUpMs(): number | undefined {
    return this.#wakeUps().earliestMs
  }

  #keep(message: LiveMessage): void {
    const key = keyOf(message.address)
    if ((message.content?.length ?? 0) > KEPT_CONTENT_LENGTH) this.#kept.delete(key)
    else this.#kept.set(key, message)
  }

  #plan(address: DeliveryAddress, atMs: number | undefined): void {
    if (atMs === undefined) this.#heap?.delete(keyOf(address))
    else this.#heap?.set(keyOf(address), atMs)
  }

  #wakeUps(): WakeHeap {
    if (this.#heap) return this.#heap
    const heap = new WakeHeap()
    const rows = this.#sql.exec<Pick<Row, 'order_key' | 'number' | 'position'> & { wake_at_ms: number }>(
      'SELECT order_key, number, position, wake_at_ms FROM live_messages WHERE wake_at_ms IS NOT NULL',
    )
    for (const { order_key, number, position, wake_at_ms } of rows)
      heap.set(keyOf({ orderKey: order_key, number, position }), wake_at_ms)
    this.#heap = heap
    return heap
  }
}
