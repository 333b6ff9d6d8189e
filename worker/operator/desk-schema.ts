import { type Schema, statements } from '../platform/migrations.ts'
import type { Sql } from '../platform/sql.ts'

const FIRST = statements(
  'CREATE TABLE organizations (organization TEXT PRIMARY KEY, since_ms INTEGER NOT NULL) WITHOUT ROWID',
  `CREATE TABLE audit (
    number INTEGER PRIMARY KEY AUTOINCREMENT, at_ms INTEGER NOT NULL, who TEXT NOT NULL, action TEXT NOT NULL,
    organization TEXT, shipment_id TEXT, details TEXT, outcome TEXT
  )`,
  'CREATE TABLE erasures (mark TEXT PRIMARY KEY, at_ms INTEGER NOT NULL) WITHOUT ROWID',
)

const PAUSES = statements(
  'CREATE TABLE paused_providers (provider TEXT PRIMARY KEY, since_ms INTEGER NOT NULL) WITHOUT ROWID',
)

/** What is done to a shipment is looked for by its id. */
const AUDIT_OF_SHIPMENTS = statements(
  'CREATE INDEX audit_of_shipment ON audit (shipment_id) WHERE shipment_id IS NOT NULL',
)

/** Whose fences have refused something, and when they last began to. */
const REFUSALS = statements(
  'CREATE TABLE fence_refusals (organization TEXT PRIMARY KEY, at_ms INTEGER NOT NULL) WITHOUT ROWID',
)

/** Who is in use, which ledgers have something, and how those stood that are not. Older code leaves the new members out. */
const DIRECTORY = statements(
  'ALTER TABLE organizations ADD COLUMN active_ms INTEGER',
  'ALTER TABLE organizations ADD COLUMN slices INTEGER NOT NULL DEFAULT 0',
  'ALTER TABLE organizations ADD COLUMN slices_known INTEGER NOT NULL DEFAULT 0',
  'ALTER TABLE organizations ADD COLUMN settled_ms INTEGER',
  'ALTER TABLE organizations ADD COLUMN settled TEXT',
)

/** The tables of the desk. */
export const DESK_SCHEMA: Schema<Sql> = {
  steps: [FIRST, PAUSES, AUDIT_OF_SHIPMENTS, REFUSALS, DIRECTORY],
  unnumbered: () => 0,
  // Code without the directory writes organisations of which nothing is known, and those are asked.
  usableBy: 4,
}
