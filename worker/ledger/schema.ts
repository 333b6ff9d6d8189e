import { type Schema, statements } from '../platform/migrations.ts'
import { hasTable, type Sql } from '../platform/sql.ts'
import { toWideRows } from './schema/to-wide-rows.ts'

/** Version 1: a shipment was one delivery. */
const FIRST = statements(
  'CREATE TABLE ledger (organization TEXT NOT NULL)',
  `CREATE TABLE orders (
    order_key TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, senders_reference TEXT, accepted_at_ms INTEGER NOT NULL,
    trace_id TEXT NOT NULL
  )`,
  `CREATE TABLE shipments (
    order_key TEXT NOT NULL, number INTEGER NOT NULL, channel TEXT NOT NULL, destination TEXT NOT NULL,
    phase TEXT NOT NULL, status TEXT NOT NULL, last_update_ms INTEGER NOT NULL, expires_at_ms INTEGER NOT NULL,
    attempts INTEGER NOT NULL, wake_at_ms INTEGER NOT NULL, provider TEXT, content TEXT,
    PRIMARY KEY (order_key, number)
  )`,
  'CREATE INDEX shipments_by_wake_up ON shipments (wake_at_ms)',
  "CREATE INDEX shipments_in_queue ON shipments (phase) WHERE phase = 'queued'",
  `CREATE TABLE dead_letters (
    order_key TEXT NOT NULL, number INTEGER NOT NULL, reason TEXT NOT NULL, at_ms INTEGER NOT NULL,
    PRIMARY KEY (order_key, number)
  )`,
)

/** Version 2: ordinary orders, whose shipments have several deliveries; entries for the feed wait in an outbox. */
const ORDINARY_ORDERS = statements(
  'DROP INDEX shipments_by_wake_up',
  'DROP INDEX shipments_in_queue',
  'ALTER TABLE shipments RENAME TO shipments_of_first_version',
  `CREATE TABLE shipments (
    order_key TEXT NOT NULL, number INTEGER NOT NULL, phase TEXT NOT NULL, last_update_ms INTEGER NOT NULL,
    due_ms INTEGER NOT NULL, wake_at_ms INTEGER, unanswered_conditions INTEGER NOT NULL, failed_lookups INTEGER NOT NULL,
    plan TEXT NOT NULL, texts TEXT,
    PRIMARY KEY (order_key, number)
  )`,
  'CREATE INDEX shipments_by_wake_up ON shipments (wake_at_ms) WHERE wake_at_ms IS NOT NULL',
  "CREATE INDEX shipments_in_queue ON shipments (phase) WHERE phase = 'queued'",
  `CREATE TABLE deliveries (
    order_key TEXT NOT NULL, number INTEGER NOT NULL, position INTEGER NOT NULL, channel TEXT NOT NULL,
    policy TEXT NOT NULL, destination TEXT NOT NULL, phase TEXT NOT NULL, status TEXT NOT NULL,
    last_update_ms INTEGER NOT NULL, expires_at_ms INTEGER NOT NULL, attempts INTEGER NOT NULL,
    wake_at_ms INTEGER NOT NULL, provider TEXT, stay_with TEXT, simulated INTEGER NOT NULL, content TEXT,
    PRIMARY KEY (order_key, number, position)
  )`,
  'CREATE INDEX deliveries_by_wake_up ON deliveries (wake_at_ms)',
  "CREATE INDEX deliveries_in_queue ON deliveries (phase) WHERE phase = 'queued'",
  `CREATE TABLE feed_outbox (
    order_key TEXT NOT NULL, number INTEGER NOT NULL, at_ms INTEGER NOT NULL, entry TEXT NOT NULL,
    PRIMARY KEY (order_key, number)
  )`,
  `INSERT INTO deliveries (order_key, number, position, channel, policy, destination, phase, status, last_update_ms,
     expires_at_ms, attempts, wake_at_ms, provider, simulated, content)
   SELECT order_key, number, 0, channel, 'instant', destination, phase, status, last_update_ms, expires_at_ms, attempts,
     wake_at_ms, provider, 0, content FROM shipments_of_first_version`,
  'DROP TABLE shipments_of_first_version',
)

/** The tables of a ledger, and how those of older versions become them. */
export const LEDGER_SCHEMA: Schema<Sql> = {
  steps: [FIRST, ORDINARY_ORDERS, toWideRows],
  unnumbered: (sql) => (hasTable(sql, 'feed_outbox') ? 2 : hasTable(sql, 'dead_letters') ? 1 : 0),
}
