import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { toReference, toUuid } from '../../../../worker/domain/order-id.ts'
import type { LogFields } from '../../../../worker/platform/log.ts'
import {
  keepReference,
  receiveAllByReference,
  takeInReceipt,
} from '../../../../worker/providers/receipts/references.ts'
import { acceptedMessage } from '../../ledger/accepted-message.ts'

const PROVIDER = 'link'
const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736'
const DELIVERED = { receipt: { kind: 'delivered', atMs: Date.now() } } as const
const FAILED = { receipt: { kind: 'failed', status: 'SMS_Failed_Undelivered' } } as const

afterEach(() => vi.restoreAllMocks())

/** A message of an organisation of its own, which the provider has taken. */
async function message() {
  const organization = `lines-${crypto.randomUUID().slice(0, 8)}`
  const { address, ledger } = await acceptedMessage({ organization, traceId: TRACE_ID })
  const told = { attempt: 1, provider: PROVIDER, outcome: { kind: 'taken' } } as const
  await ledger.report([{ address, told: { ...told, honoursReferences: true, hasAlternatives: false } }])
  return { shipmentId: toUuid(address), owner: { organization, delivery: toReference(address) } }
}

/** What a request that brings a report does with it, and all that is logged meanwhile. */
function request() {
  const notes: LogFields[] = []
  const lines = [vi.spyOn(console, 'log'), vi.spyOn(console, 'warn')]
  for (const written of lines) written.mockImplementation(() => undefined)
  const linesOf = (shipmentId: string): readonly object[] =>
    lines.flatMap(({ mock }) =>
      mock.calls.map(([line]) => JSON.parse(String(line))).filter((line) => line.shipmentId === shipmentId),
    )
  return { services: { env, bounceListeners: [], note: (fields: LogFields) => notes.push(fields) }, notes, linesOf }
}

describe('a report of one message', () => {
  it('is told in one line, that of its request: which message, its new status, and the trace that it was accepted in', async () => {
    const { shipmentId, owner } = await message()
    const { services, notes, linesOf } = request()
    await takeInReceipt(services, PROVIDER, owner, DELIVERED)
    const { organization } = owner
    expect(notes).toMatchObject([{ shipmentId, organization, to: 'SMS_Delivered', shipmentTraceId: TRACE_ID }])
    expect(notes[0]).not.toHaveProperty('traceId')
    expect(linesOf(shipmentId)).toEqual([])
  })

  it('has a warning of its own where the message failed', async () => {
    const { shipmentId, owner } = await message()
    const { services, notes, linesOf } = request()
    await takeInReceipt(services, PROVIDER, owner, FAILED)
    expect(linesOf(shipmentId)).toMatchObject([{ level: 'warn', event: 'shipment', to: FAILED.receipt.status }])
    expect(notes).toEqual([])
  })

  it('has a line of its own where no request brings it', async () => {
    const { shipmentId, owner } = await message()
    const { services, linesOf } = request()
    await takeInReceipt({ ...services, note: undefined }, PROVIDER, owner, DELIVERED)
    expect(linesOf(shipmentId)).toMatchObject([{ level: 'info', event: 'shipment', to: 'SMS_Delivered' }])
  })
})

describe('a report by the reference of a provider', () => {
  async function referred() {
    const { shipmentId, owner } = await message()
    const reference = crypto.randomUUID()
    const { organization, delivery } = owner
    await keepReference({ env, bounceListeners: [] }, PROVIDER, reference, {
      organization,
      reference: delivery,
      shipmentId,
    })
    return { shipmentId, report: { reference, ...DELIVERED } }
  }

  it('is told in the line of its request where that brings no other', async () => {
    const { shipmentId, report } = await referred()
    const { services, notes, linesOf } = request()
    expect(await receiveAllByReference(services, PROVIDER, [report])).toBe(0)
    expect(notes).toMatchObject([{ shipmentId, to: 'SMS_Delivered' }])
    expect(linesOf(shipmentId)).toEqual([])
  })

  it('has a line of its own where several come together', async () => {
    const [one, other] = [await referred(), await referred()]
    const { services, notes, linesOf } = request()
    await receiveAllByReference(services, PROVIDER, [one.report, other.report])
    expect([one, other].map(({ shipmentId }) => linesOf(shipmentId).length)).toEqual([1, 1])
    expect(notes).toEqual([])
  })
})
