import { setTimeout as wait } from 'node:timers/promises'
import { Connection } from './connection.ts'

type PacedLoad = {
  readonly port: number
  readonly perSecond: number
  readonly seconds: number
  readonly nextRequest: () => string
  readonly status: number
}

/** More than are ever busy: a request must not wait for the answer to the one before. */
const CONNECTIONS = 32

/** Asks at an even pace, whether or not the last question has been answered. Returns how many were asked. */
export async function openLoop({ port, perSecond, seconds, nextRequest, status }: PacedLoad): Promise<number> {
  const all = await Promise.all(Array.from({ length: CONNECTIONS }, () => Connection.open(port)))
  const idle = [...all]
  const pending: Promise<void>[] = []
  const startedAtMs = performance.now()
  try {
    for (let asked = 0; asked < perSecond * seconds; asked++) {
      await wait(Math.max(0, startedAtMs + (asked * 1_000) / perSecond - performance.now()))
      const connection = idle.pop()
      if (!connection) throw new Error(`More than ${CONNECTIONS} requests wait for an answer at ${perSecond}/s`)
      pending.push(
        connection.ask(nextRequest()).then((answered) => {
          idle.push(connection)
          if (answered !== status) throw new Error(`Port ${port} answered ${answered} where ${status} was due`)
        }),
      )
    }
    await Promise.all(pending)
  } finally {
    for (const connection of all) connection.close()
  }
  return pending.length
}
