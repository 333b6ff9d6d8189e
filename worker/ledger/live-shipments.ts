import { type Eraser, NOTHING_LEFT } from '../domain/erasure.ts'
import type { Texts } from '../domain/order.ts'
import { type OrderKey, type ShipmentAddress, toUuid } from '../domain/order-id.ts'
import { awaitsPreparation, type Shipment } from '../domain/shipment.ts'
import type { Box } from '../platform/content-box.ts'
import { ifReadable } from '../platform/if-readable.ts'
import { Recent } from '../platform/recent.ts'
import { type Sql, squeezed } from '../platform/sql.ts'
import type { LiveShipment } from './records.ts'
import { pageOf, type RowPage } from './row-page.ts'
import { readStored, UnreadableRow } from './stored.ts'

type Row = { order_key: string; number: number; facts: string; state: string; texts: string }

/** What never changes of a shipment, as it is stored. */
type Facts = Omit<LiveShipment, 'address' | 'shipment' | 'texts'>

const wakeAtOf = (shipment: Shipment): number | null => (awaitsPreparation(shipment) ? shipment.stage.wakeAtMs : null)

/** It throws where it cannot be read. */
function toShipment(row: Row): LiveShipment {
  return {
    ...readStored<Facts>(row.facts, ['order', 'plan']),
    address: { orderKey: row.order_key, number: row.number },
    shipment: readStored<Shipment>(row.state, ['stage']),
    texts: row.texts,
  }
}

/** How many shipments are kept in memory, and how long each may be: some two megabytes at most. */
const KEPT_SHIPMENTS = 500
const KEPT_LENGTH = 4_000

/** The shipments of ordinary orders that have not ended, those that fall due found by their time. */
export class LiveShipments {
  readonly #sql: Sql
  readonly #box: Box
  /** Those read last: what is due is looked at, prepared and claimed within a moment, and need not be read each time. */
  readonly #kept = new Recent<LiveShipment>(KEPT_SHIPMENTS)
  /** The answer to the last question of this kind, while nothing is written. */
  #next: { readonly afterMs: number; readonly nextMs: number | undefined } | undefined
  #earliestWrittenMs = Number.POSITIVE_INFINITY

  constructor(sql: Sql, box: Box) {
    this.#sql = sql
    this.#box = box
  }

  insert({ address, shipment, texts, ...facts }: LiveShipment): void {
    this.#sql.exec(
      'INSERT INTO live_shipments (order_key, number, wake_at_ms, facts, state, texts) VALUES (?, ?, ?, ?, ?, ?)',
      address.orderKey,
      address.number,
      this.#plan(shipment),
      JSON.stringify(facts),
      JSON.stringify(shipment),
      this.#box.seal(texts),
    )
  }

  find(address: ShipmentAddress): LiveShipment | undefined {
    const kept = this.#kept.get(toUuid(address))
    if (kept) return kept
    const { orderKey, number } = address
    const [row] = this.#sql.exec<Row>(
      'SELECT * FROM live_shipments WHERE order_key = ? AND number = ?',
      orderKey,
      number,
    )
    const shipment = row && toShipment(row)
    if (shipment && row.facts.length + row.texts.length <= KEPT_LENGTH) this.#kept.set(toUuid(address), shipment)
    return shipment
  }

  /** What a shipment says before keywords are filled in. Throws where that cannot be read. */
  textsOf(live: LiveShipment): Texts {
    const texts = ifReadable(() => this.#box.open(live.texts))
    if (texts === undefined) throw new UnreadableRow('A text is sealed with another key')
    const key = toUuid(live.address)
    if (this.#kept.get(key) === live) this.#kept.set(key, { ...live, texts })
    return readStored<Texts>(texts, [])
  }

  /** The shipments of one order, in their order. */
  ofOrder(orderKey: OrderKey): readonly LiveShipment[] {
    return this.#sql
      .exec<Row>('SELECT * FROM live_shipments WHERE order_key = ? ORDER BY number', orderKey)
      .map(toShipment)
  }

  /** Shipments behind a key, in the order of their keys, and the key that was read last; `undefined` at the end. */
  after(key: string, limit: number): RowPage<LiveShipment, string> {
    const [orderKey = '', number = '0'] = key.split(' ')
    return pageOf<Row, LiveShipment, string>(this.#sql, {
      page: `SELECT * FROM live_shipments WHERE (order_key, number) > (?1, ?2) ORDER BY order_key, number LIMIT ?3`,
      lastOf: (row) => `${row.order_key} ${row.number}`,
      read: toShipment,
      values: [orderKey, Number(number), limit],
      limit,
      order: 'order_key, number',
    })
  }

  save(live: LiveShipment): void {
    const { address, shipment } = live
    if (this.#kept.get(toUuid(address))) this.#kept.set(toUuid(address), live)
    this.#sql.exec(
      'UPDATE live_shipments SET wake_at_ms = ?, state = ? WHERE order_key = ? AND number = ?',
      this.#plan(shipment),
      JSON.stringify(shipment),
      address.orderKey,
      address.number,
    )
  }

  /** Takes a recipient out of what is known of a shipment to others. Tells whether it named them. */
  rewrite(address: ShipmentAddress, eraser: Eraser): boolean {
    const { orderKey, number } = address
    this.#kept.delete(toUuid(address))
    const place = 'order_key = ? AND number = ?'
    const [row] = this.#sql.exec<Row>(`SELECT * FROM live_shipments WHERE ${place}`, orderKey, number)
    if (!row || !eraser.isInJson(row.facts)) return false
    const { text } = eraser.scrub(row.facts)
    this.#sql.exec(`UPDATE live_shipments SET facts = ? WHERE ${place}`, text, orderKey, number)
    return text !== row.facts
  }

  /** Leaves nothing of those that still name a recipient after an erasure, because they cannot be read. */
  blankNamed(eraser: Eraser): void {
    const where = `instr(${squeezed('facts')}, ?) > 0`
    const rows = this.#sql.exec<Row>(`SELECT * FROM live_shipments WHERE ${where}`, eraser.sieve)
    for (const { order_key, number, facts } of rows) {
      if (!eraser.isInJson(facts)) continue
      this.#kept.delete(toUuid({ orderKey: order_key, number }))
      const blank = "UPDATE live_shipments SET facts = ?, texts = '' WHERE order_key = ? AND number = ?"
      this.#sql.exec(blank, NOTHING_LEFT, order_key, number)
    }
  }

  forget(address: ShipmentAddress): void {
    const { orderKey, number } = address
    this.#kept.delete(toUuid(address))
    this.#sql.exec('DELETE FROM live_shipments WHERE order_key = ? AND number = ?', orderKey, number)
    this.#next = undefined
  }

  /** The shipments whose time has come, the longest overdue first. */
  due(nowMs: number, limit: number): readonly ShipmentAddress[] {
    this.#earliestWrittenMs = Number.POSITIVE_INFINITY
    return this.#sql
      .exec<Pick<Row, 'order_key' | 'number'>>(
        'SELECT order_key, number FROM live_shipments WHERE wake_at_ms <= ? ORDER BY wake_at_ms LIMIT ?',
        nowMs,
        limit,
      )
      .map(({ order_key, number }) => ({ orderKey: order_key, number }))
  }

  /** The earliest time that one was to be woken at of those that were written since `due` was asked. */
  get earliestWrittenMs(): number {
    return this.#earliestWrittenMs
  }

  /** When the next shipment falls due of those that do so after a moment. */
  nextAfterMs(afterMs: number): number | undefined {
    if (this.#next?.afterMs !== afterMs) {
      const [row] = this.#sql.exec<{ next: number | null }>(
        'SELECT min(wake_at_ms) AS next FROM live_shipments WHERE wake_at_ms > ?',
        Math.max(afterMs, Number.MIN_SAFE_INTEGER),
      )
      this.#next = { afterMs, nextMs: row?.next ?? undefined }
    }
    return this.#next.nextMs
  }

  #plan(shipment: Shipment): number | null {
    const wakeAtMs = wakeAtOf(shipment)
    this.#next = undefined
    this.#earliestWrittenMs = Math.min(this.#earliestWrittenMs, wakeAtMs ?? Number.POSITIVE_INFINITY)
    return wakeAtMs
  }
}
