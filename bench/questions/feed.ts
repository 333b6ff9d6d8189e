import { closedLoop, type LoadResult } from '../load/closed-loop.ts'
import { Connection } from '../load/connection.ts'
import { straksWorker } from '../subjects/ours.ts'
import type { BenchToken } from '../token.ts'
import { serveWorker } from '../workerd/serve.ts'

/** How a full feed is read and written. */
export type FeedMeasurement = {
  readonly reads: readonly (LoadResult & { readonly place: string })[]
  readonly appends: readonly (LoadResult & { readonly entries: number })[]
}

/** So many entries that no page of them is likely to lie in SQLite's own memory. */
export const FEED_ENTRIES = 1_000_000

/** As many ledgers as an organisation has: each brings what became final to the one feed. */
export const FEED_WRITERS = 16

/** Entries in one batch, from one that comes alone to a ledger that is behind. */
const BATCHES = [1, 16, 64]

const FILLING_BATCH = 10_000
const PAGE_SIZE = 500
const WARM_UP_SECONDS = 1

const anywhere = (): number => Math.floor(Math.random() * (FEED_ENTRIES - PAGE_SIZE))

/** Where a reader stands, and the cursor it sends. */
const PLACES: Readonly<Record<string, () => string>> = {
  'from the first entry': () => 'seq=0',
  'in the middle': () => `seq=${FEED_ENTRIES / 2}`,
  'up to the last entry': () => `seq=${FEED_ENTRIES - PAGE_SIZE}`,
  'the newest first': () => 'seq=0&orderBy=Desc',
  'anywhere, each time elsewhere': () => `seq=${anywhere()}`,
}

const append = (count: number): string =>
  `POST /bench/feed/${count} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 0\r\n\r\n`

const readerOf =
  ({ token }: BenchToken) =>
  (query: string): string =>
    `GET /notifications/api/v1/future/shipment/feed?${query} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\n\r\n`

async function fill(port: number): Promise<void> {
  const connection = await Connection.open(port)
  for (let filled = 0; filled < FEED_ENTRIES; filled += FILLING_BATCH) {
    const status = await connection.ask(append(FILLING_BATCH))
    if (status !== 200) throw new Error(`The feed could not be filled: ${status}`)
  }
  connection.close()
}

/** Fills one organisation's feed, reads pages of it through the API, and lets many write to it at once. */
export async function measureFeed(token: BenchToken, seconds: number): Promise<FeedMeasurement> {
  const straks = straksWorker('feed.ts', token)
  const { port, server } = await serveWorker(straks)
  const read = readerOf(token)
  const load = async (connections: number, nextRequest: () => string): Promise<LoadResult> => {
    await closedLoop({ port, connections, seconds: WARM_UP_SECONDS, nextRequest, status: 200 })
    return closedLoop({ port, connections, seconds, nextRequest, status: 200 })
  }
  try {
    await fill(port)
    const reads: (LoadResult & { place: string })[] = []
    for (const [place, query] of Object.entries(PLACES)) reads.push({ place, ...(await load(1, () => read(query()))) })
    const appends: (LoadResult & { entries: number })[] = []
    for (const entries of BATCHES) appends.push({ entries, ...(await load(FEED_WRITERS, () => append(entries))) })
    return { reads, appends }
  } finally {
    await server.stop()
  }
}
