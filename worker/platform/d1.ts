/** Runs a statement in a database. */
type RunInD1 = <Row>(
  database: D1Database,
  sql: string,
  ...values: readonly (string | number | null)[]
) => Promise<D1Result<Row>>

/**
 * Statements for a database that has, or is to have, these tables: a process's first one makes them on the same way.
 *
 * What is remembered is that they were made, not the promise of it: a request must not wait for the work of another that may
 * be gone.
 */
export function withTables(schema: readonly string[]): RunInD1 {
  const prepared = new WeakSet<D1Database>()
  return async <Row>(database: D1Database, sql: string, ...values: readonly (string | number | null)[]) => {
    const statement = database.prepare(sql).bind(...values)
    if (prepared.has(database)) return statement.run<Row>()
    const results = await database.batch<Row>([...schema.map((made) => database.prepare(made)), statement])
    const result = results.at(-1)
    if (!result) throw new Error('D1 gave no result for the last of several statements')
    prepared.add(database)
    return result
  }
}
