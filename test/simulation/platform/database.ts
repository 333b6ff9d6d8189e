import type { Machine } from './machine.ts'
import { Sqlite, type SqlValue } from './sqlite.ts'

type Statement = { readonly sql: string; readonly values: readonly SqlValue[] }

/** D1 as the Worker uses it, on a database in memory. It is away now and then. */
export function simulatedDatabase(machine: Machine) {
  const database = new Sqlite()
  const runAll = (statements: readonly Statement[]) =>
    machine.step(() => {
      if (machine.random.chance(machine.faults.databaseAway)) throw new Error('The database is away')
      return statements.map(({ sql, values }) => ({
        results: database.run(sql, values),
        meta: { changes: 1 },
      }))
    })
  const prepare = (sql: string, values: readonly SqlValue[] = []) => ({
    sql,
    values,
    bind: (...bound: readonly SqlValue[]) => prepare(sql, bound),
    run: async () => (await runAll([{ sql, values }]))[0],
  })
  return { prepare, batch: runAll }
}
