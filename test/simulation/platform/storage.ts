import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { Machine } from './machine.ts'
import { type Process, ProcessIsGone } from './process.ts'

type Value = string | number | null

/** What one object has on its disk: it outlives the processes that write it. */
export class Disk {
  #database: DatabaseSync | undefined
  readonly #statements = new Map<string, StatementSync>()
  values = new Map<string, unknown>()
  /** When its alarm rings, by the clock; `null` where it is not set. */
  alarmMs: number | null = null

  run(statement: string, values: readonly Value[]): readonly Record<string, unknown>[] {
    let prepared = this.#statements.get(statement)
    if (!prepared) {
      this.#database ??= new DatabaseSync(':memory:')
      prepared = this.#database.prepare(statement)
      this.#statements.set(statement, prepared)
    }
    return prepared.all(...values)
  }

  transaction<Result>(work: () => Result): Result {
    const before = this.values
    this.values = new Map(before)
    this.run('BEGIN', [])
    try {
      const result = work()
      this.run('COMMIT', [])
      return result
    } catch (error) {
      this.run('ROLLBACK', [])
      this.values = before
      throw error
    }
  }

  erase(): void {
    this.#database?.close()
    this.#database = undefined
    this.#statements.clear()
    this.values = new Map()
    this.alarmMs = null
  }

  /** All that is written on it, as text. */
  dump(): string {
    const values = JSON.stringify([...this.values])
    if (!this.#database) return values
    const tables = this.run("SELECT name FROM sqlite_master WHERE type = 'table'", []).map(({ name }) => String(name))
    return values + JSON.stringify(tables.map((name) => this.run(`SELECT * FROM ${name}`, [])))
  }
}

/** The storage of an object as the platform gives it to one of its processes. What a lost process writes is refused. */
export function storageFor(disk: Disk, process: Process, machine: Machine, onAlarm: () => void) {
  const here = () => {
    if (!process.isAlive) throw new ProcessIsGone()
    return disk
  }
  const exec = (statement: string, ...values: readonly Value[]) => {
    const rows = here().run(statement, values)
    return {
      toArray: () => rows,
      one: () => rows[0],
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
