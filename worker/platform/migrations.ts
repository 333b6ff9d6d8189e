import { hasTable, type Sql } from './sql.ts'

/** Brings a store from one version to the next. */
export type Migration<Store> = (store: Store) => void

/**
 * How a store is laid out: its version is the number of steps that it has taken.
 *
 * Steps are append-only: one that has run somewhere is never edited. An empty store has version 0.
 */
export type Schema<Store> = {
  readonly steps: readonly Migration<Store>[]
  /** The version of a store that was written before versions were numbered; 0 if it is empty. */
  readonly unnumbered: (store: Store) => number
  /**
   * The oldest version whose code can go on with a store of the newest: the steps since then only add what it leaves alone
   * and leaves out. Without it, none can, and a deployment that is rolled back past a step has to go forward again.
   */
  readonly usableBy?: number
}

/** The steps that a store has taken, and the oldest version whose code can use it. */
type Stored = { readonly version: number; readonly usableBy: number }

/** Where a kind of store keeps its version. */
type Versions<Store> = {
  readonly read: (store: Store) => Stored | undefined
  readonly write: (store: Store, stored: Stored) => void
}

const VERSION_TABLE = 'schema_version'

const IN_A_TABLE: Versions<Sql> = {
  read: (sql) => {
    if (!hasTable(sql, VERSION_TABLE)) return undefined
    // The second column is not there in stores that have taken no step since it came.
    const [row] = sql.exec<{ version: number; usable_by?: number }>(`SELECT * FROM ${VERSION_TABLE}`)
    return row && { version: row.version, usableBy: row.usable_by ?? row.version }
  },
  write: (sql, { version, usableBy }) => {
    sql.exec(`DROP TABLE IF EXISTS ${VERSION_TABLE}`)
    sql.exec(`CREATE TABLE ${VERSION_TABLE} (version INTEGER NOT NULL, usable_by INTEGER NOT NULL)`)
    sql.exec(`INSERT INTO ${VERSION_TABLE} (version, usable_by) VALUES (?, ?)`, version, usableBy)
  },
}

const VERSION_KEY = 'version'

/** Written only where older code can use the store: each key is a row. */
const USABLE_BY_KEY = 'usable-by'

const UNDER_A_KEY: Versions<SyncKvStorage> = {
  read: (kv) => {
    const version = kv.get<number>(VERSION_KEY)
    return version === undefined ? undefined : { version, usableBy: kv.get<number>(USABLE_BY_KEY) ?? version }
  },
  write: (kv, { version, usableBy }) => {
    kv.put(VERSION_KEY, version)
    if (usableBy < version) kv.put(USABLE_BY_KEY, usableBy)
  },
}

/** The steps that a store has taken. */
const versionOf = <Store>(store: Store, schema: Schema<Store>, versions: Versions<Store>): number =>
  versions.read(store)?.version ?? schema.unnumbered(store)

/** What is written of a store that has taken every step. */
const newest = <Store>({ steps, usableBy = steps.length }: Schema<Store>): Stored => ({
  version: steps.length,
  usableBy,
})

function bringUpToDate<Store>(store: Store, schema: Schema<Store>, versions: Versions<Store>): void {
  const { steps } = schema
  const stored = versions.read(store)
  const { version, usableBy } = stored ?? { version: schema.unnumbered(store), usableBy: 0 }
  if (version > steps.length && usableBy > steps.length)
    throw new Error(`The store has version ${version}, this code knows ${steps.length}`)
  for (const step of steps.slice(version)) step(store)
  if (version < steps.length || !stored) versions.write(store, newest(schema))
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
  UNDER_A_KEY.write(kv, newest(schema))

/** A step that consists of statements only. */
export const statements =
  (...all: readonly string[]): Migration<Sql> =>
  (sql) => {
    for (const statement of all) sql.exec(statement)
  }
