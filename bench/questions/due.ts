import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { convertV4MiniflareOptions, Miniflare, Response } from 'miniflare'
import { Connection } from '../load/connection.ts'
import { ORDERS_PATH, orderBody, requestWriter } from '../load/message.ts'
import { newFolder } from '../processes/folders.ts'
import { ROOT } from '../root.ts'
import { percentile } from '../statistics.ts'
import { settingsOf } from '../subjects/ours.ts'
import type { BenchToken } from '../token.ts'
import { bundle } from '../workerd/bundle.ts'

/** What became of shipments that fell due in the same minute. */
export type DueMeasurement = {
  readonly spreadMs: number
  /** From the moment the first was due until the last was handed to the provider. */
  readonly lastAfterMs: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly lost: number
  readonly doubled: number
  /** How many orders a second were taken in before. */
  readonly acceptedPerSecond: number
}

/** What the recording provider tells of one message. See `workers/recording-provider.ts`. */
type Delivery = { readonly sentMs: number; readonly deliveredMs: number; readonly reference: string }

const NUMBERING_PLANS = join(ROOT, 'worker/public-production/numbering-plans.json')

export const DUE_SHIPMENTS = 10_000

/** How far apart the first and the last are due: a minute, each at a moment of its own, or all at one moment. */
export const SPREADS_MS = [60_000, 0] as const

const CONNECTIONS = 32

/** How long before the first is due the ordering begins: enough for a machine at the goal's lower end. */
const LEAD_MS = 60_000

/** How long nothing may arrive before what is missing counts as lost. */
const PATIENCE_MS = 30_000

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Our Worker with real local queues: the ones that `wrangler dev` has. */
async function start(token: BenchToken): Promise<Miniflare> {
  const folder = newFolder('due')
  const script = await bundle(join(ROOT, 'bench/workers/straks.ts'), folder)
  const consumer = { maxBatchSize: 50, maxBatchTimeout: 0, maxRetries: 3, deadLetterQueue: 'straks-dead-letters' }
  const sql = (className: string) => ({ className, useSQLite: true })
  const worker = {
    modules: [{ type: 'ESModule' as const, path: 'worker.js', contents: readFileSync(script, 'utf8') }],
    compatibilityDate: '2026-10-20',
    compatibilityFlags: ['nodejs_compat'],
    bindings: settingsOf(token),
    durableObjects: { ORDER_LEDGER: sql('OrderLedger'), INBOX: sql('Inbox'), STATUS_FEED: sql('StatusFeed') },
    // What is deployed beside the Worker: it asks for nothing but the numbering plans.
    serviceBindings: { ASSETS: () => new Response(readFileSync(NUMBERING_PLANS)) },
    queueProducers: { RETRIES: 'straks-retries', ORDERS: 'straks-orders' },
    queueConsumers: { 'straks-retries': consumer, 'straks-orders': consumer },
  }
  return new Miniflare({
    ...convertV4MiniflareOptions(worker),
    resourcePersistencePath: join(folder, 'objects'),
    // A line for each step of each order: written, as in production, and read by nobody here.
    handleStructuredLogs: () => undefined,
  })
}

async function delivered(url: string): Promise<readonly Delivery[]> {
  return JSON.parse(await (await fetch(`${url}bench/deliveries`)).text())
}

/** Waits until everything has arrived, or nothing has for a while. */
async function collect(url: string): Promise<readonly Delivery[]> {
  let count = 0
  let changedAtMs = Date.now()
  for (;;) {
    const deliveries = await delivered(url)
    if (deliveries.length !== count) changedAtMs = Date.now()
    count = deliveries.length
    if (count >= DUE_SHIPMENTS || Date.now() - changedAtMs > PATIENCE_MS) return deliveries
    await wait(1_000)
  }
}

/** Orders so many messages for one minute ahead, and watches that minute. */
async function measureSpread(token: BenchToken, spreadMs: number): Promise<DueMeasurement> {
  const miniflare = await start(token)
  try {
    const url = (await miniflare.ready).href
    await fetch(`${url}bench/deliveries`, { method: 'POST' })
    const write = requestWriter(token.token, ORDERS_PATH)
    const firstDueMs = Date.now() + LEAD_MS
    const startedAtMs = performance.now()
    let asked = 0
    const keepOrdering = async (): Promise<void> => {
      const connection = await Connection.open(Number(new URL(url).port))
      while (asked < DUE_SHIPMENTS) {
        const dueMs = firstDueMs + Math.floor((asked++ * spreadMs) / DUE_SHIPMENTS)
        const status = await connection.ask(write(orderBody(dueMs)))
        if (status !== 201) throw new Error(`An order was answered with ${status}`)
      }
      connection.close()
    }
    await Promise.all(Array.from({ length: CONNECTIONS }, keepOrdering))
    const acceptedPerSecond = (DUE_SHIPMENTS * 1_000) / (performance.now() - startedAtMs)
    if (Date.now() > firstDueMs) throw new Error('The first orders fell due before the last was taken in')
    await wait(firstDueMs + spreadMs - Date.now())
    const deliveries = await collect(url)
    const unique = new Map(deliveries.map((one) => [one.reference, one]))
    const latencies = [...unique.values()].map(({ sentMs, deliveredMs }) => deliveredMs - sentMs)
    return {
      spreadMs,
      lastAfterMs: Math.max(...deliveries.map(({ deliveredMs }) => deliveredMs)) - firstDueMs,
      p50Ms: percentile(latencies, 0.5),
      p99Ms: percentile(latencies, 0.99),
      lost: DUE_SHIPMENTS - unique.size,
      doubled: deliveries.length - unique.size,
      acceptedPerSecond,
    }
  } finally {
    await miniflare.dispose()
  }
}

/** Orders messages for one minute ahead and watches that minute; then for one moment. */
export async function measureDue(token: BenchToken): Promise<readonly DueMeasurement[]> {
  const measured: DueMeasurement[] = []
  for (const spreadMs of SPREADS_MS) measured.push(await measureSpread(token, spreadMs))
  return measured
}
