import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientOf, countArrived, localToken } from '../support/client.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'

/** What a condition answers, by the first part of its path. */
const ANSWERS: Readonly<Record<string, string>> = {
  '/yes': '{"sendNotification": true}',
  '/no': '{"sendNotification": false}',
  '/nonsense': 'perhaps',
  '/wrong-case': '{"SendNotification": false}',
}

let server: DevServer
let conditions: Server
let base: string
let asked: string[] = []
let api: ReturnType<typeof clientOf>

beforeAll(async () => {
  conditions = createServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?')
    asked.push(path)
    if (path === '/error') response.writeHead(500).end()
    else if (path === '/redirect') response.writeHead(302, { location: '/no' }).end()
    else response.writeHead(200, { 'content-type': 'application/json' }).end(ANSWERS[path])
  })
  await new Promise<void>((resolve) => conditions.listen(0, '127.0.0.1', resolve))
  const address = conditions.address()
  base = `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`
  server = await startDevServer()
  api = clientOf(server, await localToken(server))
})

afterAll(async () => {
  await server.stop()
  conditions.close()
})

const order = (conditionEndpoint: string) => ({
  idempotencyId: crypto.randomUUID(),
  conditionEndpoint,
  recipient: {
    recipientEmail: { emailAddress: 'ola@example.com', emailSettings: { subject: 'Et brev', body: 'Les det.' } },
  },
})

async function eventually(shipmentId: string, status: string): Promise<void> {
  await expect.poll(() => api.statusOf(shipmentId), { timeout: 10_000, interval: 100 }).toBe(status)
}

describe('the condition of an order', () => {
  it('that says yes lets it be sent', async () => {
    const { status, shipmentId } = await api.order(order(`${base}/yes?case=1`))
    expect(status).toBe(201)
    await eventually(shipmentId, 'Order_Completed')
    expect(await countArrived(server, shipmentId)).toBe(1)
  })

  it('that says no ends it, and nothing is sent', async () => {
    const { shipmentId } = await api.order(order(`${base}/no`))
    await eventually(shipmentId, 'Order_SendConditionNotMet')
    expect(await countArrived(server, shipmentId)).toBe(0)
  })

  it.each(['/error', '/nonsense', '/wrong-case', '/redirect'])(
    'that answers as %s is asked again later',
    async (path) => {
      asked = []
      const { shipmentId } = await api.order(order(base + path))
      await expect.poll(() => asked, { timeout: 10_000 }).toEqual([path])
      await eventually(shipmentId, 'Order_Registered')
      expect(await countArrived(server, shipmentId)).toBe(0)
    },
  )

  it('is asked when the order is due, not before, and once', async () => {
    asked = []
    const requestedSendTime = new Date(Date.now() + 1_500).toISOString()
    const { shipmentId } = await api.order({ ...order(`${base}/yes`), requestedSendTime })
    await new Promise((resolve) => setTimeout(resolve, 800))
    expect(asked).toEqual([])
    await eventually(shipmentId, 'Order_Completed')
    expect(asked).toEqual(['/yes'])
  })
})
