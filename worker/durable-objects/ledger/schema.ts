/** The tables of the first version, as they still lie in old ledgers: a shipment was one delivery then. */
const FIRST_VERSION_MARK = 'dead_letters'

/** A table that only today's version has. */
const TODAYS_MARK = 'feed_outbox'

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS ledger (organization TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS orders (
    order_key TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, senders_reference TEXT, accepted_at_ms INTEGER NOT NULL,
    trace_id TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS shipments (
    order_key TEXT NOT NULL, number INTEGER NOT NULL, phase TEXT NOT NULL, last_update_ms INTEGER NOT NULL,
    due_ms INTEGER NOT NULL, wake_at_ms INTEGER, unanswered_conditions INTEGER NOT NULL, failed_lookups INTEGER NOT NULL,
    plan TEXT NOT NULL, texts TEXT,
    PRIMARY KEY (order_key, number)
  );
  CREATE INDEX IF NOT EXISTS shipments_by_wake_up ON shipments (wake_at_ms) WHERE wake_at_ms IS NOT NULL;
  CREATE INDEX IF NOT EXISTS shipments_in_queue ON shipments (phase) WHERE phase = 'queued';
  CREATE TABLE IF NOT EXISTS deliveries (
    order_key TEXT NOT NULL, number INTEGER NOT NULL, position INTEGER NOT NULL, channel TEXT NOT NULL,
    policy TEXT NOT NULL, destination TEXT NOT NULL, phase TEXT NOT NULL, status TEXT NOT NULL,
    last_update_ms INTEGER NOT NULL, expires_at_ms INTEGER NOT NULL, attempts INTEGER NOT NULL,
    wake_at_ms INTEGER NOT NULL, provider TEXT, stay_with TEXT, simulated INTEGER NOT NULL, content TEXT,
    PRIMARY KEY (order_key, number, position)
  );
  CREATE INDEX IF NOT EXISTS deliveries_by_wake_up ON deliveries (wake_at_ms);
  CREATE INDEX IF NOT EXISTS deliveries_in_queue ON deliveries (phase) WHERE phase = 'queued';
  CREATE TABLE IF NOT EXISTS dead_letters (
    order_key TEXT NOT NULL, number INTEGER NOT NULL, reason TEXT NOT NULL, at_ms INTEGER NOT NULL,
    PRIMARY KEY (order_key, number)
  );
  CREATE TABLE IF NOT EXISTS feed_outbox (
    order_key TEXT NOT NULL, number INTEGER NOT NULL, at_ms INTEGER NOT NULL, entry TEXT NOT NULL,
    PRIMARY KEY (order_key, number)
  );
`

/** Makes first deliveries of the shipments of the first version. */
const FROM_FIRST_VERSION = `
  INSERT INTO deliveries (order_key, number, position, channel, policy, destination, phase, status, last_update_ms,
    expires_at_ms, attempts, wake_at_ms, provider, simulated, content)
  SELECT order_key, number, 0, channel, 'instant', destination, phase, status, last_update_ms, expires_at_ms, attempts,
    wake_at_ms, provider, 0, content FROM shipments_of_first_version;
  DROP TABLE shipments_of_first_version;
`

const has = (sql: SqlStorage, table: string): boolean =>
  sql.exec('SELECT 1 FROM sqlite_master WHERE name = ?', table).toArray().length > 0

/** Makes the tables of a new ledger, and remembers whose it is. */
export function createTables(sql: SqlStorage, organization: string): void {
  sql.exec(SCHEMA)
  sql.exec('INSERT INTO ledger (organization) VALUES (?)', organization)
}

/** Brings the tables up to date. Tells whether there are any: a ledger without orders has none. */
export function openTables(sql: SqlStorage): boolean {
  if (has(sql, TODAYS_MARK)) return true
  if (!has(sql, FIRST_VERSION_MARK)) return false
  sql.exec('DROP INDEX shipments_by_wake_up; DROP INDEX shipments_in_queue;')
  sql.exec('ALTER TABLE shipments RENAME TO shipments_of_first_version')
  sql.exec(SCHEMA)
  sql.exec(FROM_FIRST_VERSION)
  return true
}
