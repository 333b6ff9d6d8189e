import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { timingOf } from '../../worker/domain/timing.ts'
import type { InstantOrder } from '../../worker/ledger/contract.ts'
import { Ledger } from '../../worker/ledger/ledger.ts'
import { openNodeSql } from '../ledger/node-sql.ts'
import { newFolder } from '../processes/folders.ts'
import { median } from '../statistics.ts'

/** A ledger of so many orders: the processor time that one more costs, and what each takes on the disk. */
export type Growth = { readonly orders: number; readonly cpuUsPerOrder: number; readonly bytesPerOrder: number }

/** From a new ledger to one of an organisation that has sent 16 million messages. */
const SIZES = [1_000, 10_000, 100_000, 1_000_000] as const

/**
 * So many orders are timed together: enough for the database's own checkpoints to be in each time alike. The ledgers take turns, so
 * that a disturbance, and what the compiler does, meets all of them.
 */
const BATCH = 100
const ROUNDS = 20

/** Orders that the compiler has seen before anything is timed. */
const WARM_UP = 20_000

const TIME_TO_LIVE_MS = 120_000
const KEY_DIGITS = 30

const ALWAYS = { opensAtMinute: 0, closesAtMinute: 1_440, timeZone: 'Europe/Oslo' }

const TIMING = timingOf(
  {
    receiptGraceSeconds: 30,
    retentionDays: 90,
    windows: { sms: ALWAYS, email: ALWAYS },
  },
  0,
)

/** One message from its acceptance to its receipt and the feed's row, a commit for each call. */
function live(ledger: Ledger, index: number, nowMs: number, inOneCommit: (work: () => void) => void): void {
  const orderKey = createHash('sha256').update(`${index}`).digest('hex').slice(0, KEY_DIGITS)
  const address = { orderKey, number: 1, position: 0 }
  const order: InstantOrder = {
    orderKey,
    organization: 'ttd',
    fingerprint: '0011223344556677',
    sendersReference: 'otp-login-2024-09-30-1234',
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
    destination: '+4799999999',
    simulated: false,
    timeToLiveMs: TIME_TO_LIVE_MS,
    content: { channel: 'sms', from: 'Altinn', body: 'Engangskoden din er 428516. Den er gyldig i 2 minutter.' },
  }
  const told = { attempt: 1, provider: 'bench', outcome: { kind: 'taken' } } as const
  inOneCommit(() => void ledger.acceptInstant(order, nowMs))
  inOneCommit(() => void ledger.report(address, { ...told, honoursReferences: true, hasAlternatives: false }, 0, nowMs))
  inOneCommit(() => void ledger.receive(address, 'bench', { kind: 'delivered', atMs: nowMs }, nowMs))
}

/** A ledger in a file of its own, that grows. */
function openLedger(name: string) {
  const file = join(newFolder('growth'), `${name}.sqlite`)
  const { sql, close } = openNodeSql(file)
  const startedAtMs = Date.now()
  const ledger = new Ledger(sql, TIMING)
  let orders = 0
  const inOneCommit = (work: () => void) => {
    sql.exec('BEGIN')
    work()
    sql.exec('COMMIT')
  }
  const grow = (most: number) => {
    for (; orders < most; orders++) live(ledger, orders, startedAtMs + orders, inOneCommit)
  }
  return {
    grow,
    timeBatch: (): number => {
      const before = process.cpuUsage()
      grow(orders + BATCH)
      const { user, system } = process.cpuUsage(before)
      return (user + system) / BATCH
    },
    bytesPerOrder: (): number => {
      sql.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      return statSync(file).size / orders
    },
    close,
  }
}

/** Fills a ledger to each size, under Node and on the disk, and times orders around that size, in all of them in turn. */
export function measureGrowth(): readonly Growth[] {
  const warmUp = openLedger('warm-up')
  warmUp.grow(WARM_UP)
  warmUp.close()
  const ledgers = SIZES.map((size) => {
    const ledger = openLedger(`${size}`)
    ledger.grow(size - (BATCH * ROUNDS) / 2)
    return { size, ledger, costs: [] as number[] }
  })
  for (let round = 0; round < ROUNDS; round++) for (const { ledger, costs } of ledgers) costs.push(ledger.timeBatch())
  return ledgers.map(({ size, ledger, costs }) => {
    const measured = { orders: size, cpuUsPerOrder: median(costs), bytesPerOrder: ledger.bytesPerOrder() }
    ledger.close()
    return measured
  })
}
