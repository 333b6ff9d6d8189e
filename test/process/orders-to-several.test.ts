import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listIn } from '../support/api/answer.ts'
import { type Client, ORDERS } from '../support/api/client.ts'
import { eventually } from '../support/api/eventually.ts'
import { Service } from '../support/api/service.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'

const HOUR_MS = 3_600_000

/** As many recipients as one order may have. */
const THOUSAND = 1_000

/** How many single orders are timed for comparison: enough to even out a pause. */
const SINGLE_ORDERS = 25

let persistTo: string
let server: DevServer
let service: Service
let api: Client

async function start(): Promise<void> {
  server = await startDevServer({ vars: { SMS_WINDOW: '00:00-24:00' }, persistTo })
  service = Service.at(server)
  api = await service.client({ org: 'several' })
}

beforeAll(async () => {
  persistTo = await mkdtemp(join(tmpdir(), 'straks-several-'))
  await start()
})

/** A test that failed while the service was down is tried again, and needs it. */
beforeEach(async () => {
  if (!server.isRunning()) await start()
})
afterAll(async () => {
  await server.stop()
  await rm(persistTo, { recursive: true, force: true, maxRetries: 5 })
})

const addresses = (count: number, of: string) =>
  Array.from({ length: count }, (_, index) => ({ emailAddress: `nr${index}@${of}.example.com` }))

const emailOrder = (recipients: readonly object[], changes: object = {}) => ({
  subject: 'Nytt brev',
  body: 'Du har fått et nytt brev.',
  recipients,
  ...changes,
})

async function placed(path: string, body: object): Promise<string> {
  const { status, json } = await api.ask('POST', ORDERS + path, body)
  expect([status, json]).toEqual([202, expect.anything()])
  return String(json.orderId)
}

/** Places orders one after another, and says how long that took. */
async function timeOf(orders: readonly object[]): Promise<number> {
  const startedAtMs = performance.now()
  for (const order of orders) await placed('/email', order)
  return performance.now() - startedAtMs
}

describe('an order to several recipients', () => {
  it('is in the inbox of each of them, as its status says', async () => {
    const sms = { mobileNumber: '+4791000001' }
    const orderId = await placed('', {
      notificationChannel: 'EmailPreferred',
      recipients: [...addresses(60, 'flere'), sms],
      emailTemplate: { subject: 'Nytt brev', body: 'Du har fått et nytt brev.' },
      smsTemplate: { body: 'Du har fått et nytt brev.' },
    })
    await api.reaches(orderId, 'Order_Completed', 60_000)
    const messages = await service.arrived(orderId)
    const expected = [...addresses(60, 'flere').map(({ emailAddress }) => emailAddress), sms.mobileNumber]
    expect(messages.map(({ to }) => String(to)).sort()).toEqual(expected.sort())
    const { json } = await api.ask('GET', `${ORDERS}/${orderId}/notifications/email`)
    expect([json.generated, json.succeeded]).toEqual([60, 60])
  }, 90_000)

  it('goes on where the service was killed, and goes to each of them once', async () => {
    const orderId = await placed('/email', emailOrder(addresses(200, 'drept')))
    await eventually(
      () => service.arrived(orderId),
      (messages) => messages.length > 0,
    )
    await server.kill()
    await start()
    await api.reaches(orderId, 'Order_Completed', 90_000)
    const messages = await service.arrived(orderId)
    expect(new Set(messages.map(({ to }) => to)).size).toBe(200)
    expect(messages).toHaveLength(200)
  }, 150_000)

  it('of a thousand is accepted in a fraction of the time of a thousand orders', async () => {
    const requestedSendTime = new Date(Date.now() + HOUR_MS).toISOString()
    const later = (recipients: readonly object[]) => emailOrder(recipients, { requestedSendTime })
    const singles = addresses(SINGLE_ORDERS, 'en').map((recipient) => later([recipient]))
    await timeOf(singles)
    const single = (await timeOf(singles)) / SINGLE_ORDERS
    const thousand = await timeOf([later(addresses(THOUSAND, 'tusen'))])
    expect(thousand).toBeLessThan(single * (THOUSAND / 4))
    const found = await api.ask('GET', `${ORDERS}?sendersReference=none`)
    expect(listIn(found.json.orders)).toEqual([])
    process.stdout.write(`One recipient: ${single.toFixed(1)} ms; a thousand: ${thousand.toFixed(1)} ms\n`)
  }, 90_000)
})
