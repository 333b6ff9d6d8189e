import { type Migration, statements } from '../../platform/migrations.ts'
import type { Sql, SqlRow } from '../../platform/sql.ts'
import { type DeliveryRow, orderOf, type ShipmentRow, shipmentStageOf, stateOf, viewOf } from './version-2.ts'

/** Rows that one statement reads at a time: a ledger may have a million. */
const PAGE = 500

const NEW_TABLES = statements(
  'ALTER TABLE ledger ADD COLUMN latest_sequence INTEGER NOT NULL DEFAULT 0',
  `CREATE TABLE live_messages (
    order_key TEXT NOT NULL, number INTEGER NOT NULL, position INTEGER NOT NULL, wake_at_ms INTEGER, facts TEXT NOT NULL,
    state TEXT NOT NULL, content TEXT,
    PRIMARY KEY (order_key, number, position)
  ) WITHOUT ROWID`,
  `CREATE TABLE live_shipments (
    order_key TEXT NOT NULL, number INTEGER NOT NULL, wake_at_ms INTEGER, facts TEXT NOT NULL, state TEXT NOT NULL,
    texts TEXT NOT NULL,
    PRIMARY KEY (order_key, number)
  ) WITHOUT ROWID`,
  'CREATE INDEX live_shipments_by_wake_up ON live_shipments (wake_at_ms) WHERE wake_at_ms IS NOT NULL',
  `CREATE TABLE ended_shipments (
    sequence INTEGER PRIMARY KEY, order_key TEXT NOT NULL, number INTEGER NOT NULL, ended_at_ms INTEGER NOT NULL,
    record TEXT NOT NULL,
    UNIQUE (order_key, number)
  )`,
)

const OLD_TABLES_GONE = statements(
  'DROP TABLE orders',
  'DROP TABLE shipments',
  'DROP TABLE deliveries',
  'DROP TABLE feed_outbox',
)

type Place = { order_key: string; number: number; position?: number }

/** Reads what a query finds in the order of its place, page by page. */
function* pages<Row extends SqlRow & Place>(sql: Sql, query: string, key: string): Generator<Row> {
  let after: Place = { order_key: '', number: 0, position: 0 }
  for (;;) {
    const place = [after.order_key, after.number, after.position ?? 0].slice(0, key.split(',').length)
    const marks = place.map(() => '?').join(', ')
    const rows = sql.exec<Row>(`${query} AND (${key}) > (${marks}) ORDER BY ${key} LIMIT ?`, ...place, PAGE)
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    after = last
  }
}

function insertMessage(sql: Sql, row: DeliveryRow): void {
  const order = row.policy === 'instant' ? orderOf(row) : undefined
  sql.exec(
    'INSERT INTO live_messages (order_key, number, position, wake_at_ms, facts, state, content) VALUES (?, ?, ?, ?, ?, ?, ?)',
    row.order_key,
    row.number,
    row.position,
    row.phase === 'final' ? null : row.wake_at_ms,
    JSON.stringify({ destination: row.destination, simulated: row.simulated === 1, traceId: row.trace_id, order }),
    JSON.stringify(stateOf(row)),
    row.content,
  )
}

function insertShipment(sql: Sql, row: ShipmentRow): void {
  const stage = shipmentStageOf(row)
  sql.exec(
    'INSERT INTO live_shipments (order_key, number, wake_at_ms, facts, state, texts) VALUES (?, ?, ?, ?, ?, ?)',
    row.order_key,
    row.number,
    stage.phase === 'awaiting' ? stage.wakeAtMs : null,
    `{"order":${JSON.stringify(orderOf(row))},"plan":${row.plan}}`,
    JSON.stringify({ lastUpdateMs: row.last_update_ms, dueMs: row.due_ms, stage }),
    row.texts ?? '{}',
  )
}

const ORDER_COLUMNS = 'orders.fingerprint, orders.senders_reference, orders.accepted_at_ms, orders.trace_id'
const DELIVERIES = `SELECT d.*, ${ORDER_COLUMNS} FROM deliveries AS d JOIN orders USING (order_key)`
const SHIPMENTS = `SELECT s.*, ${ORDER_COLUMNS} FROM shipments AS s JOIN orders USING (order_key)`
const HAS_ENDED = "s.phase IN ('completed', 'condition-not-met', 'cancelled')"

/** What had ended, the earliest first; what the feed may not have been told of comes last. */
const NUMBER_ENDED = `
  INSERT INTO ended_shipments (sequence, order_key, number, ended_at_ms, record)
  SELECT row_number() OVER (ORDER BY is_new, last_update_ms) - sum(1 - is_new) OVER (), order_key, number,
    last_update_ms, CASE WHEN is_new THEN 'new' ELSE 'known' END
  FROM (
    SELECT e.*, EXISTS (SELECT 1 FROM feed_outbox AS f WHERE f.order_key = e.order_key AND f.number = e.number) AS is_new
    FROM (
      SELECT order_key, number, last_update_ms FROM deliveries WHERE policy = 'instant' AND phase = 'final'
      UNION ALL
      SELECT order_key, number, last_update_ms FROM shipments AS s WHERE ${HAS_ENDED}
    ) AS e
  )`

type EndedRow = { sequence: number; order_key: string; number: number; record: string }

const STATUS_OF_END = {
  completed: 'Order_Completed',
  'condition-not-met': 'Order_SendConditionNotMet',
  cancelled: 'Order_Cancelled',
} as const

function recordOf(sql: Sql, { order_key, number, record }: EndedRow): string {
  const place = 'order_key = ? AND number = ?'
  const deliveries = sql.exec<DeliveryRow>(`${DELIVERIES} WHERE d.${place} ORDER BY position`, order_key, number)
  const [shipment] = sql.exec<ShipmentRow>(`${SHIPMENTS} WHERE s.${place}`, order_key, number)
  const told = { deliveries: deliveries.map(viewOf), ...(record === 'new' && { mayBeInFeed: true }) }
  if (shipment) {
    const plan: { type: string; sendersReference?: string } = JSON.parse(shipment.plan)
    const { type, sendersReference } = plan
    const status = Object.entries(STATUS_OF_END).find(([phase]) => phase === shipment.phase)?.[1]
    const { last_update_ms: lastUpdateMs, due_ms: dueMs } = shipment
    return JSON.stringify({
      type,
      sendersReference,
      status,
      lastUpdateMs,
      dueMs,
      plan,
      order: orderOf(shipment),
      ...told,
    })
  }
  const [delivery] = deliveries
  if (!delivery) return ''
  const order = orderOf(delivery)
  return JSON.stringify({
    type: 'Instant',
    sendersReference: order.sendersReference,
    status: delivery.status,
    lastUpdateMs: delivery.last_update_ms,
    dueMs: order.acceptedAtMs,
    order,
    ...told,
  })
}

/** The record of an end; where its old row cannot be read, one that cannot be read either. */
function tryRecordOf(sql: Sql, row: EndedRow): string {
  try {
    return recordOf(sql, row)
  } catch {
    return ''
  }
}

/** Those that the feed has are numbered up to 0, the others from 1 on, as the feed will be told of them. */
function insertEnded(sql: Sql): void {
  sql.exec(NUMBER_ENDED)
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const rows = sql.exec<EndedRow>(
      'SELECT sequence, order_key, number, record FROM ended_shipments WHERE sequence > ? ORDER BY sequence LIMIT ?',
      after,
      PAGE,
    )
    for (const row of rows)
      sql.exec('UPDATE ended_shipments SET record = ? WHERE sequence = ?', tryRecordOf(sql, row), row.sequence)
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    after = last.sequence
  }
}

/**
 * Version 3: one row a message under way, which becomes one row of what has ended. The order's facts are part of it, and
 * the feed is told by the numbers of the ends, without an outbox.
 */
export const toWideRows: Migration<Sql> = (sql) => {
  NEW_TABLES(sql)
  const ofEnded = `EXISTS (SELECT 1 FROM shipments AS s
    WHERE s.order_key = d.order_key AND s.number = d.number AND ${HAS_ENDED})`
  const live = `${DELIVERIES} WHERE (d.policy != 'instant' OR d.phase != 'final') AND NOT ${ofEnded}`
  for (const row of pages<DeliveryRow>(sql, live, 'd.order_key, d.number, d.position')) insertMessage(sql, row)
  const waiting = `${SHIPMENTS} WHERE NOT (${HAS_ENDED})`
  for (const row of pages<ShipmentRow>(sql, waiting, 's.order_key, s.number')) insertShipment(sql, row)
  insertEnded(sql)
  OLD_TABLES_GONE(sql)
}
