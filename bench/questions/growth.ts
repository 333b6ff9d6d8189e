import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { timingOf } from '../../worker/domain/timing.ts'
import { Ledger } from '../../worker/ledger/ledger.ts'
import { openNodeSql } from '../ledger/node-sql.ts'
import { newFolder } from '../processes/folders.ts'
import { median } from '../statistics.ts'

/** A ledger of so many orders: the processor time that one more costs, and what each takes on the disk. */
export type Growth = { readonly orders: number; readonly cpuUsPerOrder: number; readonly bytesPerOrder: number }

/** From a new ledger to one of an organisation that has sent 16 million messages. */
const SIZES = [1_000, 10_000, 100_000, 1_000_000] as const

/** So many orders are timed together; the last few batches before each size count. */
const BATCH = 100
const BATCHES = 10

const TIME_TO_LIVE_MS = 120_000
const KEY_DIGITS = 30

const ALWAYS = { opensAtMinute: 0, closesAtMinute: 1_440, timeZone: 'Europe/Oslo' }

const TIMING = timingOf({
  receiptGraceSeconds: 30,
  retentionDays: 90,
  windows: { sms: ALWAYS, email: ALWAYS },
})

/** One message from its acceptance to its receipt and the feed's row. */
function live(ledger: Ledger, index: number, nowMs: number): void {
  const orderKey = createHash('sha256').update(`${index}`).digest('hex').slice(0, KEY_DIGITS)
  const address = { orderKey, number: 1, position: 0 }
  ledger.acceptInstant(
    {
      orderKey,
      organization: 'ttd',
      fingerprint: '0011223344556677',
      sendersReference: 'otp-login-2024-09-30-1234',
      traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
      destination: '+4799999999',
      simulated: false,
      timeToLiveMs: TIME_TO_LIVE_MS,
      content: { channel: 'sms', from: 'Altinn', body: 'Engangskoden din er 428516. Den er gyldig i 2 minutter.' },
    },
    nowMs,
  )
  const told = { attempt: 1, provider: 'bench', outcome: { kind: 'taken' } } as const
  ledger.report(address, { ...told, honoursReferences: true, hasAlternatives: false }, 0, nowMs)
  ledger.receive(address, 'bench', { kind: 'delivered', atMs: nowMs }, nowMs)
}

/** Fills one ledger, under Node and on the disk, and times the last orders before each size. */
export function measureGrowth(): readonly Growth[] {
  const file = join(newFolder('growth'), 'ledger.sqlite')
  const { sql, close } = openNodeSql(file)
  const ledger = new Ledger(sql, TIMING)
  const startedAtMs = Date.now()
  const measured: Growth[] = []
  let orders = 0
  const addBatch = (): number => {
    const before = process.cpuUsage()
    for (let end = orders + BATCH; orders < end; orders++) live(ledger, orders, startedAtMs + orders)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / BATCH
  }
  for (const size of SIZES) {
    while (orders < size - BATCH * BATCHES) addBatch()
    const costs = Array.from({ length: BATCHES }, addBatch)
    sql.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    measured.push({ orders, cpuUsPerOrder: median(costs), bytesPerOrder: statSync(file).size / orders })
  }
  close()
  return measured
}
