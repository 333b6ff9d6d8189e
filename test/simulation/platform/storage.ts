import { Layout } from './layouts.ts'
import type { Machine } from './machine.ts'
import { type Process, ProcessIsGone } from './process.ts'
import type { Sqlite, SqlRow, SqlValue } from './sqlite.ts'

const EMPTY = new Layout()

/** After these a database has other tables than its layout. */
const CHANGES_TABLES = /^\s*(?:CREATE|DROP|ALTER)\b/i

/** What one object has on its disk: it outlives the processes that write it. */
export class Disk {
  #layout = EMPTY
  /** Made when more is written than the tables. */
  #database: Sqlite | undefined
  #isInTransaction = false
  #hasOtherTables = false
  values = new Map<string, unknown>()
  /** When its alarm rings, by the clock; `null` where it is not set. */
  alarmMs: number | null = null

  run(statement: string, values: readonly SqlValue[]): readonly SqlRow[] {
    if (!this.#database) {
      const step = this.#layout.step(statement, values)
      if (step) {
        this.#layout = step.after
        return step.rows
      }
      this.#database = this.#layout.take()
      if (this.#isInTransaction) this.#database.run('BEGIN')
    }
    this.#hasOtherTables ||= CHANGES_TABLES.test(statement)
    return this.#database.run(statement, values)
  }

  /** How many rows the last statement that writes has written. */
  get rowsWritten(): number {
    return Number(this.#database?.run('SELECT changes() AS changes', [])[0]?.changes ?? 0)
  }

  transaction<Result>(work: () => Result): Result {
    const { values, ...before } = { values: this.values, database: this.#database, layout: this.#layout }
    this.values = new Map(values)
    this.#isInTransaction = true
    this.#database?.run('BEGIN')
    try {
      const result = work()
      this.#database?.run('COMMIT')
      return result
    } catch (error) {
      this.#database?.run('ROLLBACK')
      if (!before.database) this.#giveBack()
      this.#layout = before.layout
      this.values = values
      throw error
    } finally {
      this.#isInTransaction = false
    }
  }

  erase(): void {
    this.#giveBack()
    this.#layout = EMPTY
    this.values = new Map()
    this.alarmMs = null
  }

  /** All that is written on it, as text. */
  dump(): string {
    const tables = this.#database?.tables() ?? []
    return JSON.stringify([[...this.values], tables.map(({ rows }) => rows)])
  }

  #giveBack(): void {
    if (this.#database && this.#hasOtherTables) this.#database.close()
    else if (this.#database) this.#layout.giveBack(this.#database)
    this.#database = undefined
    this.#hasOtherTables = false
  }
}

/** The storage of an object as the platform gives it to one of its processes. What a lost process writes is refused. */
export function storageFor(disk: Disk, process: Process, machine: Machine, onAlarm: () => void) {
  const here = () => {
    if (!process.isAlive) throw new ProcessIsGone()
    return disk
  }
  const exec = (statement: string, ...values: readonly SqlValue[]) => {
    const rows = here().run(statement, values)
    return {
      toArray: () => rows,
      one: () => rows[0],
      get rowsWritten() {
        return here().rowsWritten
      },
      [Symbol.iterator]: () => rows[Symbol.iterator](),
    }
  }
  const setAlarm = (atMs: number | null) => {
    here().alarmMs = atMs
    onAlarm()
    return machine.settle(undefined)
  }
  return {
    sql: { exec },
    kv: {
      get: (key: string) => structuredClone(here().values.get(key)),
      put: (key: string, value: unknown) => void here().values.set(key, structuredClone(value)),
      delete: (key: string) => here().values.delete(key),
    },
    transactionSync: <Result>(work: () => Result): Result => here().transaction(work),
    sync: () => machine.settle(undefined),
    getAlarm: () => machine.settle(here().alarmMs),
    setAlarm: (atMs: number | Date) => setAlarm(Number(atMs)),
    deleteAlarm: () => setAlarm(null),
    deleteAll: () => {
      here().erase()
      onAlarm()
      return machine.settle(undefined)
    },
  }
}

export type ObjectStorage = ReturnType<typeof storageFor>
