import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { Sql, SqlRow, SqlValue } from '../../worker/platform/sql.ts'

/** What the database answers, as the port promises it: the query and its caller agree on the columns. */
const typed = <Rows>(rows: unknown): Rows => rows as Rows

/** A database in a file behind the ledger's port, in the journal mode that Durable Objects have. */
export function openNodeSql(file: string): { readonly sql: Sql; readonly close: () => void } {
  const database = new DatabaseSync(file)
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF')
  const prepared = new Map<string, StatementSync>()
  const prepare = (statement: string): StatementSync => {
    const known = prepared.get(statement)
    if (known) return known
    const fresh = database.prepare(statement)
    prepared.set(statement, fresh)
    return fresh
  }
  const sql: Sql = {
    exec: <Row extends SqlRow>(statement: string, ...values: readonly SqlValue[]) =>
      typed<readonly Row[]>(prepare(statement).all(...values)),
    write: (statement, ...values) => prepare(statement).run(...values).changes > 0,
    each: <Row extends SqlRow>(statement: string, ...values: readonly SqlValue[]) =>
      typed<Iterable<Row>>(prepare(statement).iterate(...values)),
  }
  return { sql, close: () => database.close() }
}
