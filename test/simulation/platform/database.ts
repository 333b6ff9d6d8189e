import { DatabaseSync } from 'node:sqlite'
import type { Machine } from './machine.ts'

type Value = string | number | null
type Statement = { readonly sql: string; readonly values: readonly Value[] }

/** D1 as the Worker uses it, on a database in memory. It is away now and then. */
export function simulatedDatabase(machine: Machine) {
  const database = new DatabaseSync(':memory:')
  const runAll = (statements: readonly Statement[]) =>
    machine.step(() => {
      if (machine.random.chance(machine.faults.databaseAway)) throw new Error('The database is away')
      return statements.map(({ sql, values }) => ({
        results: database.prepare(sql).all(...values),
        meta: { changes: 1 },
      }))
    })
  const prepare = (sql: string, values: readonly Value[] = []) => ({
    ...{ sql, values },
    bind: (...bound: readonly Value[]) => prepare(sql, bound),
    run: async () => (await runAll([{ sql, values }]))[0],
  })
  return { prepare, batch: runAll }
}
