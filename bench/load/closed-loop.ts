import { percentile } from '../statistics.ts'
import { Connection } from './connection.ts'

/** What a load came to. */
export type LoadResult = {
  readonly requests: number
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
}

type Load = {
  readonly port: number
  readonly connections: number
  readonly seconds: number
  readonly nextRequest: () => string
  /** Any other status ends the run: a fast refusal is not a fast answer. */
  readonly status: number
}

/** Asks on every connection, the next question as soon as the last is answered, for so many seconds. */
export async function closedLoop({ port, connections, seconds, nextRequest, status }: Load): Promise<LoadResult> {
  const opened = await Promise.all(Array.from({ length: connections }, () => Connection.open(port)))
  const latencies: number[] = []
  const startedAtMs = performance.now()
  const endsAtMs = startedAtMs + seconds * 1_000
  const keepAsking = async (connection: Connection): Promise<void> => {
    for (let askedAtMs = performance.now(); askedAtMs < endsAtMs; ) {
      const answered = await connection.ask(nextRequest())
      if (answered !== status) throw new Error(`Port ${port} answered ${answered} where ${status} was due`)
      const nowMs = performance.now()
      latencies.push(nowMs - askedAtMs)
      askedAtMs = nowMs
    }
  }
  try {
    await Promise.all(opened.map(keepAsking))
  } finally {
    for (const connection of opened) connection.close()
  }
  const tookMs = performance.now() - startedAtMs
  return {
    requests: latencies.length,
    perSecond: (latencies.length * 1_000) / tookMs,
    p50Ms: percentile(latencies, 0.5),
    p99Ms: percentile(latencies, 0.99),
  }
}
