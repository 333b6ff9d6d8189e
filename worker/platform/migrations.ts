import { hasTable, type Sql } from './sql.ts'

/** Brings a store from one version to the next. */
export type Step<Store> = (store: Store) => void

/**
 * How a store is laid out: its version is the number of steps that it has taken.
 *
 * Steps are append-only: one that has run somewhere is never edited. An empty store has version 0.
 */
export type Schema<Store> = {
  readonly steps: readonly Step<Store>[]
  /** The version of a store that was written before versions were numbered; 0 if it is empty. */
  readonly unnumbered: (store: Store) => number
}

/** Where a kind of store keeps its version. */
type Versions<Store> = {
  readonly read: (store: Store) => number | undefined
  readonly write: (store: Store, version: number) => void
}

const VERSION_TABLE = 'schema_version'

const IN_A_TABLE: Versions<Sql> = {
  read: (sql) =>
    hasTable(sql, VERSION_TABLE)
      ? sql.exec<{ version: number }>(`SELECT version FROM ${VERSION_TABLE}`)[0]?.version
      : undefined,
  write: (sql, version) => {
    sql.exec(`CREATE TABLE IF NOT EXISTS ${VERSION_TABLE} (version INTEGER NOT NULL)`)
    sql.exec(`DELETE FROM ${VERSION_TABLE}`)
    sql.exec(`INSERT INTO ${VERSION_TABLE} (version) VALUES (?)`, version)
  },
}

const VERSION_KEY = 'version'

const UNDER_A_KEY: Versions<SyncKvStorage> = {
  read: (kv) => kv.get<number>(VERSION_KEY),
  write: (kv, version) => kv.put(VERSION_KEY, version),
}

/** The steps that a store has taken. */
const versionOf = <Store>(store: Store, schema: Schema<Store>, versions: Versions<Store>): number =>
  versions.read(store) ?? schema.unnumbered(store)

function bringUpToDate<Store>(store: Store, schema: Schema<Store>, versions: Versions<Store>): void {
  const { steps } = schema
  const version = versionOf(store, schema, versions)
  if (version > steps.length) throw new Error(`The store has version ${version}, this code knows ${steps.length}`)
  for (const step of steps.slice(version)) step(store)
  if (version < steps.length || versions.read(store) === undefined) versions.write(store, steps.length)
}

/** Makes the tables of a new database, or brings those of an older version up to date. To be run in one transaction. */
export const migrate = (sql: Sql, schema: Schema<Sql>): void => bringUpToDate(sql, schema, IN_A_TABLE)

/** The same for a database that must not be written to while it is empty. Returns whether it has tables. */
export function migrateIfAny(sql: Sql, schema: Schema<Sql>): boolean {
  if (versionOf(sql, schema, IN_A_TABLE) === 0) return false
  migrate(sql, schema)
  return true
}

/** The same for an object that keeps values under keys. */
export function migrateKeysIfAny(kv: SyncKvStorage, schema: Schema<SyncKvStorage>): boolean {
  if (versionOf(kv, schema, UNDER_A_KEY) === 0) return false
  bringUpToDate(kv, schema, UNDER_A_KEY)
  return true
}

/** The version that a new object of keys and values starts with. */
export const numberKeys = (kv: SyncKvStorage, schema: Schema<SyncKvStorage>): void =>
  UNDER_A_KEY.write(kv, schema.steps.length)

/** A step that consists of statements only. */
export const statements =
  (...all: readonly string[]): Step<Sql> =>
  (sql) => {
    for (const statement of all) sql.exec(statement)
  }
