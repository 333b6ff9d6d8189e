import type { AttemptReport } from '../../../worker/domain/attempt.ts'
import type { Timing } from '../../../worker/domain/delivery.ts'
import type { ShipmentPlan } from '../../../worker/domain/order.ts'
import type { NewDelivery } from '../../../worker/domain/preparation.ts'
import type { InstantOrder, OrdinaryOrder } from '../../../worker/ledger/contract.ts'
import { Ledger } from '../../../worker/ledger/ledger.ts'
import { openNodeSql } from './node-sql.ts'

export const TIMING: Timing = {
  leaseMs: 10_000,
  rescueMs: 10_000,
  deferMs: 1_000,
  graceMs: 30_000,
  retentionMs: 90 * 86_400_000,
  erasureDelayMs: 0,
  windows: {
    sms: { opensAtMinute: 540, closesAtMinute: 1_020, timeZone: 'Europe/Oslo' },
    email: { opensAtMinute: 420, closesAtMinute: 1_320, timeZone: 'Europe/Oslo' },
  },
}

/** A winter's day, nine o'clock in Oslo. */
export const T0 = Date.UTC(2030, 0, 15, 8)
export const SECRET = 'Koden er 4242424242'

/** A ledger under Node, without any platform. */
export function newLedger(timing = TIMING) {
  const sql = openNodeSql()
  return { sql, ledger: new Ledger(sql, timing) }
}

export const keyOf = (index: number): string => `00000000000080008000${index.toString(16).padStart(10, '0')}`

/** Where the first shipment of an order is. */
export const place = (index: number) => ({ orderKey: keyOf(index), number: 1 })

/** Where the first message of that shipment is. */
export const at = (index: number) => ({ ...place(index), position: 0 })

export const instantOrder = (index: number, changes: Partial<InstantOrder> = {}): InstantOrder => ({
  orderKey: keyOf(index),
  organization: 'ttd',
  fingerprint: '0011223344556677',
  sendersReference: `ref-${index}`,
  traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  destination: '+4799999999',
  simulated: false,
  timeToLiveMs: 60_000,
  content: { channel: 'sms', from: 'Altinn', body: SECRET },
  ...changes,
})

export const planDue = (dueMs: number, changes: Partial<ShipmentPlan> = {}): ShipmentPlan => ({
  type: 'Notification',
  sendersReference: 'ref',
  dueMs,
  recipient: { kind: 'email', emailAddress: 'ola@example.com' },
  channel: 'Email',
  smsPolicy: 'Daytime',
  condition: undefined,
  texts: { email: { channel: 'email', from: 'a@b.no', subject: 's', body: SECRET, contentType: 'Plain' } },
  keywords: {},
  ...changes,
})

export const ordinaryOrder = (index: number, ...shipments: readonly ShipmentPlan[]): OrdinaryOrder => ({
  orderKey: keyOf(index),
  organization: 'ttd',
  fingerprint: '00',
  sendersReference: 'ref',
  traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  shipments,
})

/** A ledger with one order that is due. */
export function ledgerWithDue() {
  const { sql, ledger } = newLedger()
  ledger.acceptOrder(ordinaryOrder(1, planDue(T0)), T0)
  return { sql, ledger }
}

/** One e-mail to send at once. */
export const MAIL: NewDelivery & { simulated: boolean } = {
  kind: 'send',
  channel: 'email',
  destination: 'ola@example.com',
  values: {},
  policy: 'anytime',
  simulated: false,
}

export const told = (
  attempt: number,
  outcome: AttemptReport['outcome'],
  changes: Partial<AttemptReport> = {},
): AttemptReport => ({
  attempt,
  outcome,
  provider: 'a',
  honoursReferences: true,
  hasAlternatives: false,
  ...changes,
})
