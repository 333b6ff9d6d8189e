import { setTimeout as wait } from 'node:timers/promises'
import { Connection } from '../../load/connection.ts'
import { keyOfOneLedger } from '../../load/ledger-keys.ts'
import { ORDERS_PATH, orderBody, requestWriter, smsBody } from '../../load/message.ts'
import { percentile } from '../../statistics.ts'
import type { BenchToken } from '../../token.ts'
import { type Delivery, LocalWorker } from '../../workerd/local.ts'

/** Orders that fall due together. */
type Storm = {
  readonly orders: number
  /** How far apart the first and the last are due; 0 for all at one moment. */
  readonly spreadMs: number
  /** Whether all are in one ledger, which is sent instant messages meanwhile. */
  readonly inOneLedger: boolean
}

/** What became of orders that fell due together. */
export type StormMeasurement = Storm & {
  /** From the moment the first was due until the last was handed to the provider. */
  readonly lastAfterMs: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly lost: number
  readonly doubled: number
  /** How many orders a second were taken in before. */
  readonly acceptedPerSecond: number
  /** Processor time from the moment that the first was due, for each order. */
  readonly cpuUsPerOrder: number
  /** How long the same ledger's instant messages took to be answered meanwhile; not a number where there were none. */
  readonly instantP99Ms: number
}

/** A minute of orders, a moment of orders, and more than a ledger ever should have at one. */
const STORMS: readonly Storm[] = [
  { orders: 10_000, spreadMs: 60_000, inOneLedger: false },
  { orders: 10_000, spreadMs: 0, inOneLedger: false },
  { orders: 30_000, spreadMs: 0, inOneLedger: true },
]

const CONNECTIONS = 32

/** Orders by which it is found out how fast the machine takes them in. They are due tomorrow. */
const PROBES = 160

const DAY_MS = 86_400_000

/** How much more time the ordering is given than it should need, and at least. */
const LEAD_FACTOR = 1.5
const LEAST_LEAD_MS = 5_000

/** Between two instant messages. */
const INSTANT_PAUSE_MS = 50

/** Places orders on many connections, each due at a moment that its place gives. Gives how many a second were taken in. */
async function placeOrders(
  { port }: LocalWorker,
  { token }: BenchToken,
  { orders, inOneLedger }: Storm,
  dueMs: (place: number) => number,
): Promise<number> {
  const write = requestWriter(token, ORDERS_PATH)
  const startedAtMs = performance.now()
  let placed = 0
  const keepOrdering = async (): Promise<void> => {
    const connection = await Connection.open(port)
    while (placed < orders) {
      const due = dueMs(placed++)
      const body = inOneLedger ? orderBody(due, await keyOfOneLedger('order')) : orderBody(due)
      const status = await connection.ask(write(body))
      if (status !== 201) throw new Error(`An order was answered with ${status}`)
    }
    connection.close()
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, keepOrdering))
  return (orders * 1_000) / (performance.now() - startedAtMs)
}

/** Sends instant messages to one ledger, one after the other, for as long as something lasts. Gives how long each took. */
async function sendMeanwhile({ port }: LocalWorker, { token }: BenchToken, lasts: Promise<unknown>) {
  const write = requestWriter(token)
  const latencies: number[] = []
  let isOver = false
  const over = lasts.finally(() => {
    isOver = true
  })
  over.catch(() => undefined)
  const connection = await Connection.open(port)
  while (!isOver) {
    const request = write(smsBody(await keyOfOneLedger('instant')))
    const askedAtMs = performance.now()
    const status = await connection.ask(request)
    if (status !== 201) throw new Error(`An instant message was answered with ${status}`)
    latencies.push(performance.now() - askedAtMs)
    await wait(INSTANT_PAUSE_MS)
  }
  connection.close()
  return latencies
}

function measurementOf(storm: Storm, deliveries: readonly Delivery[], firstDueMs: number) {
  const unique = new Map(deliveries.map((one) => [one.reference, one]))
  const latencies = [...unique.values()].map(({ sentMs, deliveredMs }) => deliveredMs - Number(sentMs))
  return {
    ...storm,
    lastAfterMs: deliveries.reduce((last, { deliveredMs }) => Math.max(last, deliveredMs), firstDueMs) - firstDueMs,
    p50Ms: percentile(latencies, 0.5),
    p99Ms: percentile(latencies, 0.99),
    lost: storm.orders - unique.size,
    doubled: deliveries.length - unique.size,
  }
}

/** Orders messages for some time ahead, and watches that time. */
async function measureStorm(token: BenchToken, storm: Storm): Promise<StormMeasurement> {
  const worker = await LocalWorker.start(token)
  try {
    const tomorrowMs = Date.now() + DAY_MS
    const perSecond = await placeOrders(worker, token, { ...storm, orders: PROBES }, () => tomorrowMs)
    await worker.record()
    const leadMs = LEAST_LEAD_MS + (LEAD_FACTOR * storm.orders * 1_000) / perSecond
    const firstDueMs = Math.ceil(Date.now() + leadMs)
    const toDue = (place: number): number => firstDueMs + Math.floor((place * storm.spreadMs) / storm.orders)
    const acceptedPerSecond = await placeOrders(worker, token, storm, toDue)
    if (Date.now() > firstDueMs) throw new Error('The first orders fell due before the last was taken in')
    await wait(firstDueMs - Date.now())
    const { cpuUs } = worker
    const collected = wait(storm.spreadMs).then(() => worker.collect(storm.orders))
    const instant = storm.inOneLedger ? await sendMeanwhile(worker, token, collected) : []
    return {
      ...measurementOf(storm, await collected, firstDueMs),
      acceptedPerSecond,
      cpuUsPerOrder: (worker.cpuUs - cpuUs) / storm.orders,
      instantP99Ms: percentile(instant, 0.99),
    }
  } finally {
    await worker.stop()
  }
}

/** Measures each storm with a share of its orders, and of the time over which they are spread. */
export async function measureStorms(token: BenchToken, scale: number): Promise<readonly StormMeasurement[]> {
  const measured: StormMeasurement[] = []
  for (const { orders, spreadMs, inOneLedger } of STORMS)
    measured.push(
      await measureStorm(token, { orders: Math.ceil(orders * scale), spreadMs: spreadMs * scale, inOneLedger }),
    )
  return measured
}
