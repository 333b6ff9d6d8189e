import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../support/api/client.ts'
import { pause } from '../support/api/eventually.ts'
import { Service } from '../support/api/service.ts'
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
let api: Client

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
  api = await Service.at(server).client()
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

const arrived = (shipmentId: string) => Service.at(server).arrived(shipmentId)

describe('the condition of an order', () => {
  it('that says yes lets it be sent', async () => {
    const shipmentId = await api.sendOrder(order(`${base}/yes?case=1`))
    await api.reaches(shipmentId, 'Order_Completed')
    expect(await arrived(shipmentId)).toHaveLength(1)
  })

  it('that says no ends it, and nothing is sent', async () => {
    const shipmentId = await api.sendOrder(order(`${base}/no`))
    await api.reaches(shipmentId, 'Order_SendConditionNotMet')
    expect(await arrived(shipmentId)).toHaveLength(0)
  })

  it.each(['/error', '/nonsense', '/wrong-case', '/redirect'])(
    'that answers as %s is asked again later',
    async (path) => {
      asked = []
      const shipmentId = await api.sendOrder(order(base + path))
      await expect.poll(() => asked).toEqual([path])
      await api.reaches(shipmentId, 'Order_Registered')
      expect(await arrived(shipmentId)).toHaveLength(0)
    },
  )

  it('is asked when the order is due, not before, and once', async () => {
    asked = []
    const requestedSendTime = new Date(Date.now() + 1_500).toISOString()
    const shipmentId = await api.sendOrder({ ...order(`${base}/yes`), requestedSendTime })
    await pause(800)
    expect(asked).toEqual([])
    await api.reaches(shipmentId, 'Order_Completed')
    expect(asked).toEqual(['/yes'])
  })
})
