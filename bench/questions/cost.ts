import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { MS_PER_DAY } from '@straks/shared'
import * as z from 'zod'
import { parseShipmentId, toReference } from '../../worker/domain/order-id.ts'
import { ORDERS_PATH, orderBodyNow, SMS_PATH, smsBody } from '../load/message.ts'
import { type BenchToken, makeToken } from '../token.ts'
import { LocalWorker } from '../workerd/local.ts'
import { Counts, difference } from './cost/counts.ts'

const Answer = z.object({ notification: z.object({ shipmentId: z.string() }) })

/** By class, what its objects have stored. */
type Bytes = Readonly<Record<string, number>>

/** What messages used of the platform, all of them together. Few messages fill few pages: the bytes are those of many. */
export type Used = {
  readonly messages: number
  readonly counts: Counts
  readonly cpuUs: number
  /** How many objects were called, and for how many seconds the load went on. */
  readonly objects: number
  readonly seconds: number
  /** What is stored more than before, while they are kept. */
  readonly bytes: Bytes
}

/** Messages of one kind, of one organisation, at an even pace. */
export type Scenario = {
  readonly title: string
  readonly path: string
  readonly body: (key: string) => string
  readonly messages: number
  /** How long after one message the next comes, and its report. */
  readonly everyMs: number
  readonly reportedAfterMs: number
  /** The most that one may write in rows, and a million may cost. */
  readonly goals?: { readonly rows: number; readonly dollars?: number }
}

const instant = { path: SMS_PATH, body: (key: string) => smsBody(key) }
const order = { path: ORDERS_PATH, body: orderBodyNow }

const HUNDRED_A_SECOND = { messages: 6_000, everyMs: 10, reportedAfterMs: 2_000 }
const ONE_A_MINUTE = { messages: 64, everyMs: 60_000, reportedAfterMs: 200 }

/** The columns of the report, in this order. */
export const SCENARIOS: readonly Scenario[] = [
  { title: 'instant, 100 a second', ...instant, ...HUNDRED_A_SECOND, goals: { rows: 9, dollars: 12 } },
  { title: 'instant, 1 a minute', ...instant, ...ONE_A_MINUTE },
  { title: 'order, 100 a second', ...order, ...HUNDRED_A_SECOND, goals: { rows: 16 } },
  { title: 'order, 1 a minute', ...order, ...ONE_A_MINUTE },
]

/** How long everything takes to settle after a report. */
const SETTLED_AFTER_MS = 500

/** From here on the pace is made by putting the clock ahead. */
const LONGEST_WAIT_MS = 1_000

/** Longer than anything is kept. */
const FORGOTTEN_AFTER_MS = 92 * MS_PER_DAY

/** Enough for each of the sixteen ledgers to have its tables. */
const WARM_UP = { messages: 200, everyMs: 10, reportedAfterMs: 2_000 }

/** The Worker's clock passes months. */
const TOKEN_VALID_FOR = '5y'

/** Our Worker, which counts, and what the benchmark asks of it. */
class CountedWorker {
  readonly #worker: LocalWorker
  readonly #token: string

  constructor(worker: LocalWorker, token: string) {
    this.#worker = worker
    this.#token = token
  }

  async #get(path: string): Promise<unknown> {
    const response = await fetch(`${this.#worker.url}bench/${path}`)
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
    return response.json()
  }

  /** Sends a message, and has its provider report later that it has arrived. */
  async send({ path, body, reportedAfterMs }: Scenario): Promise<void> {
    const url = `${this.#worker.url}${path.slice(1)}`
    const headers = { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' }
    const response = await fetch(url, { method: 'POST', headers, body: body(randomUUID()) })
    const answer = Answer.safeParse(await response.json())
    const address = answer.data && parseShipmentId(answer.data.notification.shipmentId)
    if (!address) throw new Error(`A message was answered with ${response.status}`)
    await wait(reportedAfterMs)
    const reference = toReference({ ...address, position: 0 })
    const reported = await fetch(`${this.#worker.url}bench/report`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ reference }),
    })
    if (reported.status !== 204) throw new Error(`A report was answered with ${reported.status}`)
  }

  async counts(): Promise<Counts> {
    return Counts.parse(await this.#get('counts'))
  }

  async objects(): Promise<number> {
    return z.number().parse(await this.#get('objects'))
  }

  async bytes(): Promise<Bytes> {
    return z.record(z.string(), z.number()).parse(await this.#get('bytes'))
  }

  async pass(ms: number): Promise<void> {
    await this.#get(`pass?ms=${ms}`)
  }

  get cpuUs(): number {
    return this.#worker.cpuUs
  }
}

/** Sends messages at their pace. */
async function sendAll(worker: CountedWorker, scenario: Scenario): Promise<void> {
  const { everyMs, messages } = scenario
  const startedAtMs = performance.now()
  const pending: Promise<void>[] = []
  for (let sent = 0; sent < messages; sent++) {
    if (everyMs > LONGEST_WAIT_MS) {
      await worker.pass(everyMs)
      await worker.send(scenario)
      await wait(SETTLED_AFTER_MS)
    } else {
      await wait(Math.max(0, startedAtMs + sent * everyMs - performance.now()))
      pending.push(worker.send(scenario))
    }
  }
  await Promise.all(pending)
  await wait(SETTLED_AFTER_MS)
}

/** Sends messages of one kind and counts what they use, until the last of them is erased. */
async function measureScenario(token: BenchToken, scenario: Scenario): Promise<Used> {
  const local = await LocalWorker.start(token, { entry: 'counted.ts' })
  const worker = new CountedWorker(local, token.token)
  try {
    await sendAll(worker, { ...scenario, ...WARM_UP })
    await worker.pass(FORGOTTEN_AFTER_MS)
    const [before, bytesBefore] = [await worker.counts(), await worker.bytes()]
    const [cpuBefore, startedAtMs] = [worker.cpuUs, performance.now()]
    await sendAll(worker, scenario)
    const [cpuUs, seconds] = [worker.cpuUs - cpuBefore, (performance.now() - startedAtMs) / 1_000]
    const objects = await worker.objects()
    const stored = Object.entries(await worker.bytes())
    const bytes = Object.fromEntries(stored.map(([kind, now]) => [kind, now - (bytesBefore[kind] ?? 0)]))
    await worker.pass(FORGOTTEN_AFTER_MS)
    const counts = difference(await worker.counts(), before)
    return { messages: scenario.messages, counts, cpuUs, objects, seconds, bytes }
  } finally {
    await local.stop()
  }
}

/**
 * What a message uses in each scenario.
 *
 * @param scale how many messages there are, as a share of what there should be
 */
export async function measureCost(scale: number): Promise<readonly Used[]> {
  const token = await makeToken(TOKEN_VALID_FOR)
  const all: Used[] = []
  for (const scenario of SCENARIOS)
    all.push(await measureScenario(token, { ...scenario, messages: Math.ceil(scenario.messages * scale) }))
  return all
}
