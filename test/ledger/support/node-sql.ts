import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { Sql, SqlRow, SqlValue } from '../../../worker/platform/sql.ts'

/** A database in memory behind the ledger's port, and a way to undo what a failed step wrote. */
export type NodeSql = Sql & { readonly transaction: <Value>(work: () => Value) => Value }

/** What the database answers, as the port promises it: the query and its caller agree on the columns. */
const typed = <Rows>(rows: unknown): Rows => rows as Rows

/** @param fixture a file of statements that fills it, in the folder of fixtures */
export function openNodeSql(fixture?: string): NodeSql {
  const database = new DatabaseSync(':memory:')
  if (fixture !== undefined) database.exec(readFileSync(new URL(`../fixtures/${fixture}`, import.meta.url), 'utf8'))
  return {
    exec: <Row extends SqlRow>(statement: string, ...values: readonly SqlValue[]) =>
      typed<readonly Row[]>(database.prepare(statement).all(...values)),
    write: (statement, ...values) => database.prepare(statement).run(...values).changes > 0,
    each: <Row extends SqlRow>(statement: string, ...values: readonly SqlValue[]) =>
      typed<Iterable<Row>>(database.prepare(statement).iterate(...values)),
    transaction: (work) => {
      database.exec('BEGIN')
      try {
        const value = work()
        database.exec('COMMIT')
        return value
      } catch (error) {
        database.exec('ROLLBACK')
        throw error
      }
    },
  }
}
