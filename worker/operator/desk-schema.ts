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

/** The tables of the desk. */
export const DESK_SCHEMA: Schema<Sql> = { steps: [FIRST, PAUSES, AUDIT_OF_SHIPMENTS, REFUSALS], unnumbered: () => 0 }
