import { type Schema, statements } from '../platform/migrations.ts'
import { hasTable, type Sql } from '../platform/sql.ts'

/** Version 1: a shipment's entry is there once because its id is. */
const BY_SHIPMENT = statements(
  'CREATE TABLE feed (latest INTEGER NOT NULL)',
  'INSERT INTO feed (latest) VALUES (0)',
  `CREATE TABLE entries (
    sequence_number INTEGER PRIMARY KEY, shipment_id TEXT NOT NULL UNIQUE, at_ms INTEGER NOT NULL, members TEXT NOT NULL
  )`,
)

/** Version 2: it is there once because its ledger's number is, which costs no index. */
const BY_LEDGER = statements(
  'ALTER TABLE entries RENAME TO entries_of_version_1',
  'CREATE TABLE entries (sequence_number INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, members TEXT NOT NULL)',
  'INSERT INTO entries SELECT sequence_number, at_ms, members FROM entries_of_version_1',
  'DROP TABLE entries_of_version_1',
  'CREATE TABLE sources (source TEXT PRIMARY KEY, heard INTEGER NOT NULL) WITHOUT ROWID',
)

/** Version 3: what is counted of a shipment's messages lies beside its entry, in the same row. */
const WITH_FACTS = statements('ALTER TABLE entries ADD COLUMN facts TEXT')

/** Version 4: an entry says which end of which ledger it is of, so that no call writes a row to say so. */
const WITH_ENDS = statements(
  'ALTER TABLE entries ADD COLUMN source TEXT',
  'ALTER TABLE entries ADD COLUMN source_sequence INTEGER',
  "ALTER TABLE feed ADD COLUMN heard TEXT NOT NULL DEFAULT '{}'",
  'ALTER TABLE feed ADD COLUMN heard_at INTEGER NOT NULL DEFAULT 0',
  `UPDATE feed SET heard = (SELECT json_group_object(source, heard) FROM sources),
     heard_at = max(latest, coalesce((SELECT max(sequence_number) FROM entries), 0))`,
  'DROP TABLE sources',
)

/** The tables of a feed, and how those of older versions become them. */
export const FEED_SCHEMA: Schema<Sql> = {
  steps: [BY_SHIPMENT, BY_LEDGER, WITH_FACTS, WITH_ENDS],
  unnumbered: (sql) => (hasTable(sql, 'entries') ? 1 : 0),
}
