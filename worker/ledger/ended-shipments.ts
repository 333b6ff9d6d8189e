import { type Eraser, NOTHING_LEFT } from '../domain/erasure.ts'
import type { DeliveryAddress, OrderKey, ShipmentAddress } from '../domain/order-id.ts'
import { addTo, lateEntries, type TrailEntry } from '../domain/trail.ts'
import { ifReadable } from '../platform/if-readable.ts'
import type { Sieve, Sql } from '../platform/sql.ts'
import { toRecord } from './ended-record.ts'
import { isAmongRecipients, isWhollyTheirs, type RewrittenEnd, withoutTheirAddresses } from './erased-shipment.ts'
import type { EndedShipment } from './records.ts'
import { pageOf, type RowPage } from './row-page.ts'
import { readStored } from './stored.ts'

type Row = { sequence: number; order_key: string; number: number; ended_at_ms: number; record: string }

/** A shipment that has ended, under its number; nothing else of it where its record cannot be read. */
export type NumberedEnd = {
  readonly sequence: number
  readonly address: ShipmentAddress
  readonly endedAtMs: number
  readonly shipment: EndedShipment | undefined
}

/** A shipment that has ended, and its number. */
type NumberedShipment = { readonly sequence: number; readonly shipment: EndedShipment }

/** It throws where it cannot be read. */
function toShipment({ order_key, number, record }: Row): EndedShipment {
  const stored = readStored<Omit<EndedShipment, 'address'>>(record, ['order', 'deliveries'])
  return { ...stored, address: { orderKey: order_key, number } }
}

/** Further than any ledger counts: numbers that are moved wait there, so that none meets one that is yet to be moved. */
const ASIDE = 2 ** 40

/**
 * The shipments that have ended, in the order in which they did. Each has a number, one higher than the one before: by it
 * the feed knows what it has been told.
 */
export class EndedShipments {
  readonly #sql: Sql
  #latest: number | undefined
  /** The latest number when this ledger was started. */
  #found: number | undefined
  #oldestMs: number | undefined

  constructor(sql: Sql) {
    this.#sql = sql
  }

  /** The number of the shipment that ended last, even if it is erased. Those from before the numbers have none above 0. */
  get latest(): number {
    this.#latest ??=
      this.#sql.exec<{ latest: number }>(
        'SELECT max(latest_sequence, coalesce((SELECT max(sequence) FROM ended_shipments), 0)) AS latest FROM ledger',
      )[0]?.latest ?? 0
    this.#found ??= this.#latest
    return this.#latest
  }

  /**
   * Whether the feed has heard of more than there was when this ledger was started: then it has been restored to an earlier
   * moment, and what ends now must not get numbers that the feed has heard.
   */
  isFromBefore(heard: number): boolean {
    return heard > (this.#found ?? this.latest)
  }

  /** Counts on behind what the feed has heard; what has ended since the start moves there. */
  goOnAfter(heard: number): void {
    const found = this.#found ?? this.latest
    const shift = heard - found
    this.#sql.exec('UPDATE ended_shipments SET sequence = sequence + ? WHERE sequence > ?', ASIDE, found)
    this.#sql.exec('UPDATE ended_shipments SET sequence = sequence - ? WHERE sequence > ?', ASIDE - shift, ASIDE)
    this.#sql.exec('UPDATE ledger SET latest_sequence = ?', heard)
    this.#latest = this.latest + shift
    this.#found = heard
  }

  insert({ address, ...record }: EndedShipment): void {
    const sequence = this.latest + 1
    this.#sql.write(
      'INSERT INTO ended_shipments (sequence, order_key, number, ended_at_ms, record) VALUES (?, ?, ?, ?, ?)',
      sequence,
      address.orderKey,
      address.number,
      record.lastUpdateMs,
      toRecord(record),
    )
    this.#latest = sequence
  }

  find({ orderKey, number }: ShipmentAddress): EndedShipment | undefined {
    const [row] = this.#sql.exec<Row>(
      'SELECT * FROM ended_shipments WHERE order_key = ? AND number = ?',
      orderKey,
      number,
    )
    return row && toShipment(row)
  }

  /** The shipments of one order that have ended, in their order. */
  ofOrder(orderKey: OrderKey): readonly EndedShipment[] {
    return this.#sql
      .exec<Row>('SELECT * FROM ended_shipments WHERE order_key = ? ORDER BY number', orderKey)
      .map(toShipment)
  }

  /** What ended after a number, in order. */
  after(sequence: number, limit: number): readonly NumberedEnd[] {
    return this.#sql
      .exec<Row>('SELECT * FROM ended_shipments WHERE sequence > ? ORDER BY sequence LIMIT ?', sequence, limit)
      .map((row) => ({
        sequence: row.sequence,
        address: { orderKey: row.order_key, number: row.number },
        endedAtMs: row.ended_at_ms,
        shipment: ifReadable(() => toShipment(row)),
      }))
  }

  /** What ended before a number, the latest first, and the number that was read last; `undefined` at the end. */
  before(sequence: number, limit: number, sieve?: Sieve): RowPage<NumberedShipment, number> {
    return pageOf<Row, NumberedShipment, number>(this.#sql, {
      page: 'SELECT * FROM ended_shipments WHERE sequence < ?1 ORDER BY sequence DESC LIMIT ?2',
      lastOf: (row) => row.sequence,
      read: (row) => ({ sequence: row.sequence, shipment: toShipment(row) }),
      values: [sequence, limit],
      limit,
      order: 'sequence DESC',
      ...(sieve !== undefined && { sieve: { column: 'record', ...sieve } }),
    })
  }

  /** The numbers of those that ended before another, the latest first, whether they can be read or not. */
  numbersBefore(sequence: number, limit: number, sieve: Sieve): RowPage<number, number> {
    return pageOf<Row, number, number>(this.#sql, {
      page: 'SELECT * FROM ended_shipments WHERE sequence < ?1 ORDER BY sequence DESC LIMIT ?2',
      lastOf: (row) => row.sequence,
      read: (row) => row.sequence,
      values: [sequence, limit],
      limit,
      order: 'sequence DESC',
      sieve: { column: 'record', ...sieve },
    })
  }

  /** Whether a shipment has ended. What is still told of one of its messages after that is added to the message's trail. */
  noteAfterEnd({ orderKey, number, position }: DeliveryAddress, entries: readonly TrailEntry[]): boolean {
    const shipment = this.find({ orderKey, number })
    const trail = shipment?.trails?.[position] ?? []
    const late = lateEntries(trail, entries)
    if (!shipment?.trails?.[position] || late.length === 0) return shipment !== undefined
    const { address: _, trails, ...rest } = shipment
    const record = toRecord({ ...rest, trails: trails.with(position, addTo(trail, late)) })
    this.#sql.exec('UPDATE ended_shipments SET record = ? WHERE order_key = ? AND number = ?', record, orderKey, number)
    return true
  }

  /** Takes a recipient out of what is told of an end; `undefined` where nothing of it names them. */
  rewrite(sequence: number, eraser: Eraser): RewrittenEnd | undefined {
    const [row] = this.#sql.exec<Row>('SELECT * FROM ended_shipments WHERE sequence = ?', sequence)
    if (!row || !eraser.isInJson(row.record)) return undefined
    const shipment = ifReadable(() => toShipment(row))
    if (!shipment) {
      this.#sql.exec('UPDATE ended_shipments SET record = ? WHERE sequence = ?', NOTHING_LEFT, sequence)
      // To them, or one that referred to them: what cannot be read does not say.
      return { address: { orderKey: row.order_key, number: row.number }, destinations: 1 }
    }
    const { address: _, ...rest } = withoutTheirAddresses(eraser, shipment)
    const record = JSON.stringify(rest)
    const isTheirs = isWhollyTheirs(eraser, shipment)
    const { text, destinations } = isTheirs ? eraser.scrubWhole(record) : eraser.scrub(record)
    this.#sql.exec('UPDATE ended_shipments SET record = ? WHERE sequence = ?', text, sequence)
    // An order to them that made no message is something that was erased all the same.
    const isToThem = isTheirs || isAmongRecipients(eraser, shipment)
    return { address: shipment.address, destinations: Math.max(destinations, Number(isToThem)) }
  }

  /** Erases what ended before a moment, the oldest first. Tells what that was. */
  erase(beforeMs: number, limit: number): readonly ShipmentAddress[] {
    const oldestMs = this.oldestMs()
    if (oldestMs === undefined || oldestMs > beforeMs) return []
    const oldest = this.#sql.exec<Pick<Row, 'sequence' | 'order_key' | 'number' | 'ended_at_ms'>>(
      'SELECT sequence, order_key, number, ended_at_ms FROM ended_shipments ORDER BY sequence LIMIT ?',
      limit,
    )
    const staying = oldest.findIndex(({ ended_at_ms }) => ended_at_ms > beforeMs)
    const leaving = staying === -1 ? oldest : oldest.slice(0, staying)
    const last = leaving.at(-1)
    if (!last) return []
    this.#oldestMs = undefined
    // The last number is not given again, even where nothing that has one is left.
    if (last.sequence === this.latest) this.#sql.exec('UPDATE ledger SET latest_sequence = ?', last.sequence)
    this.#sql.exec('DELETE FROM ended_shipments WHERE sequence <= ?', last.sequence)
    return leaving.map(({ order_key, number }) => ({ orderKey: order_key, number }))
  }

  /** When the shipment ended that did so first of those that are kept. */
  oldestMs(): number | undefined {
    this.#oldestMs ??= this.#sql.exec<Pick<Row, 'ended_at_ms'>>(
      'SELECT ended_at_ms FROM ended_shipments ORDER BY sequence LIMIT 1',
    )[0]?.ended_at_ms
    return this.#oldestMs
  }
}
