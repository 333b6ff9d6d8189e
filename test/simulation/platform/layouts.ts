import { Sqlite, type SqlRow, type SqlValue } from './sqlite.ts'

const READS = /^\s*SELECT\b/i

/** Where a database keeps the version of its tables: these values are the same for all objects of a class. */
const LAYS_OUT = /\bschema_version\b/

const MOST_STEPS = 100

type Statement = { readonly sql: string; readonly values: readonly SqlValue[] }
type Step = { readonly rows: readonly SqlRow[]; readonly after: Layout }

/**
 * A database as it is when nothing but its tables has been made, which is most of what an object costs here. All of a class make
 * the same ones: only the first runs the statements. The others are given the same answers, and then a database that
 * another object has done with, whose statements are prepared.
 */
export class Layout {
  readonly #statements: readonly Statement[]
  readonly #steps = new Map<string, Step>()
  readonly #spare: Sqlite[] = []
  #contents: ReturnType<Sqlite['tables']> | undefined

  /** @param statements what has been written since it was empty */
  constructor(statements: readonly Statement[] = []) {
    this.#statements = statements
  }

  /** What comes of a statement; `undefined` where that is not part of a layout. */
  step(sql: string, values: readonly SqlValue[]): Step | undefined {
    const reads = READS.test(sql)
    if (!reads && values.length > 0 && !LAYS_OUT.test(sql)) return undefined
    const key = JSON.stringify([sql, values])
    const known = this.#steps.get(key)
    if (known || this.#steps.size === MOST_STEPS || this.#statements.length === MOST_STEPS) return known
    const database = this.take()
    const rows = database.run(sql, values)
    const after = reads ? this : new Layout([...this.#statements, { sql, values }])
    after.#spare.push(database)
    const step = { rows, after }
    this.#steps.set(key, step)
    return step
  }

  /** A database that is laid out so. */
  take(): Sqlite {
    const spare = this.#spare.pop()
    if (spare) return spare
    const made = new Sqlite()
    for (const { sql, values } of this.#statements) made.run(sql, values)
    return made
  }

  /** Takes back a database that has been filled meanwhile. */
  giveBack(database: Sqlite): void {
    this.#contents ??= this.#read()
    for (const { name } of this.#contents) database.run(`DELETE FROM ${name}`)
    for (const { name, rows } of this.#contents)
      for (const row of rows) {
        const values = Object.values(row) as SqlValue[]
        database.run(`INSERT INTO ${name} VALUES (${values.map(() => '?').join()})`, values)
      }
    this.#spare.push(database)
  }

  #read(): ReturnType<Sqlite['tables']> {
    const fresh = new Layout(this.#statements).take()
    const tables = fresh.tables()
    fresh.close()
    return tables
  }
}
