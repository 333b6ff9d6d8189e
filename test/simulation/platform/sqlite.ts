import { DatabaseSync, type StatementSync } from 'node:sqlite'

export type SqlValue = string | number | null
export type SqlRow = Readonly<Record<string, unknown>>

/** A database in memory, with the statements that it has prepared. */
export class Sqlite {
  readonly #database = new DatabaseSync(':memory:')
  readonly #prepared = new Map<string, StatementSync>()

  run(statement: string, values: readonly SqlValue[] = []): readonly SqlRow[] {
    let prepared = this.#prepared.get(statement)
    if (!prepared) {
      prepared = this.#database.prepare(statement)
      this.#prepared.set(statement, prepared)
    }
    return prepared.all(...values) as readonly SqlRow[]
  }

  /** The rows of each table. */
  tables(): readonly { readonly name: string; readonly rows: readonly SqlRow[] }[] {
    const names = this.run("SELECT name FROM sqlite_master WHERE type = 'table'").map(({ name }) => String(name))
    return names.map((name) => ({ name, rows: this.run(`SELECT * FROM ${name}`) }))
  }

  close(): void {
    this.#database.close()
  }
}
