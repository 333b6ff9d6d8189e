import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { convertV4MiniflareOptions, Miniflare, Response } from 'miniflare'
import { childProcesses } from '../processes/children.ts'
import { cpuTimeUs } from '../processes/cpu-time.ts'
import { newFolder } from '../processes/folders.ts'
import { ROOT } from '../root.ts'
import type { BenchToken } from '../token.ts'
import { bundle } from './bundle.ts'
import { DEPLOYED } from './deployed.ts'
import { settingsOf } from './settings.ts'

/** What the recording provider says about one message. See `workers/recording-provider.ts`. */
export type Delivery = { readonly sentMs: number | null; readonly deliveredMs: number; readonly reference: string }

const TABLES = join(DEPLOYED.assets, 'tables.json')

/** How long nothing may arrive before what is missing counts as lost. */
const PATIENCE_MS = 30_000

/** How often the provider is asked how many have come. */
const LOOK_EVERY_MS = 250

type LocalOptions = {
  /** Those that are to differ from a deployment's. */
  readonly settings?: Readonly<Record<string, string>>
  /** Below `bench/workers`. */
  readonly entry?: string
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Our Worker with real local queues: the ones that `wrangler dev` has. */
export class LocalWorker {
  readonly url: string
  readonly #miniflare: Miniflare
  readonly #processes: readonly number[]

  private constructor(miniflare: Miniflare, url: string) {
    this.#miniflare = miniflare
    this.#processes = childProcesses()
    this.url = url
  }

  static async start(
    token: BenchToken,
    { settings = {}, entry = 'straks.ts' }: LocalOptions = {},
  ): Promise<LocalWorker> {
    const folder = newFolder('local')
    const script = await bundle(join(ROOT, 'bench/workers', entry))
    const consumer = { maxBatchSize: 50, maxBatchTimeout: 0, maxRetries: 3, deadLetterQueue: 'straks-dead-letters' }
    const worker = {
      modules: [{ type: 'ESModule' as const, path: 'worker.js', contents: readFileSync(script, 'utf8') }],
      compatibilityDate: DEPLOYED.compatibilityDate,
      compatibilityFlags: DEPLOYED.compatibilityFlags,
      bindings: { ...settingsOf(token), ...settings },
      durableObjects: Object.fromEntries(
        Object.entries(DEPLOYED.objects).map(([name, className]) => [name, { className, useSQLite: true }]),
      ),
      d1Databases: DEPLOYED.databases,
      // What is deployed beside the Worker: it asks for nothing but the tables.
      serviceBindings: { ASSETS: () => new Response(readFileSync(TABLES)) },
      queueProducers: DEPLOYED.queues,
      queueConsumers: { 'straks-retries': consumer, 'straks-orders': consumer },
    }
    const miniflare = new Miniflare({
      ...convertV4MiniflareOptions(worker),
      resourcePersistencePath: join(folder, 'objects'),
      // A line for each step of each order: written, as in production, and read by nobody here.
      handleStructuredLogs: () => undefined,
    })
    return new LocalWorker(miniflare, (await miniflare.ready).href)
  }

  get port(): number {
    return Number(new URL(this.url).port)
  }

  /** The processor time that it has used, its queues' and objects' with it. */
  get cpuUs(): number {
    return this.#processes.length === 0 ? Number.NaN : cpuTimeUs(this.#processes)
  }

  /** Has the provider forget what came, and note what comes. */
  async record(): Promise<void> {
    await fetch(`${this.url}bench/deliveries`, { method: 'POST' })
  }

  /** Waits until so many marked messages have arrived, or nothing has for a while; gives those that did. */
  async collect(expected: number): Promise<readonly Delivery[]> {
    let count = 0
    let changedAtMs = Date.now()
    for (;;) {
      const now = Number(await (await fetch(`${this.url}bench/deliveries/count`)).text())
      if (now !== count) changedAtMs = Date.now()
      count = now
      if (count >= expected || Date.now() - changedAtMs > PATIENCE_MS) break
      await wait(LOOK_EVERY_MS)
    }
    const all: readonly Delivery[] = JSON.parse(await (await fetch(`${this.url}bench/deliveries`)).text())
    return all.filter(({ sentMs }) => sentMs !== null)
  }

  stop(): Promise<void> {
    return this.#miniflare.dispose()
  }
}
