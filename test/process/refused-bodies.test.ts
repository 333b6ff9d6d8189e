import { Agent, type IncomingMessage, request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Service } from '../support/api/service.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'

/** More than a request may have, and more than the runtime reads for itself of a body that the Worker leaves. */
const BODY = JSON.stringify({ name: 'a'.repeat(300_000) })
const ORDERS = '/notifications/api/v1/future/orders'
const JSON_TYPE = { 'content-type': 'application/json' }
const ROUNDS = 10

let server: DevServer
let token: string
beforeAll(async () => {
  server = await startDevServer()
  token = await Service.at(server).token()
})
afterAll(() => server.stop())

/** One connection at a time, which is used again for as long as the service keeps it open. */
async function withConnection(work: (agent: Agent) => Promise<void>): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  try {
    await work(agent)
  } finally {
    agent.destroy()
  }
}

/** Gives the status once the answer is whole, and whether the connection was one that had been used before. */
function ask(agent: Agent, method: string, path: string, body: string, headers: Record<string, string> = {}) {
  return new Promise<{ readonly status: number | undefined; readonly isReused: boolean }>((resolve, reject) => {
    const asked = request(server.url + path, { agent, method, headers }, (answer: IncomingMessage) => {
      answer.on('end', () => resolve({ status: answer.statusCode, isReused: asked.reusedSocket })).resume()
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

describe('a connection whose request was refused', () => {
  it.each([
    ['is too large', 413, 'POST', ORDERS, JSON_TYPE],
    ['is too large for a route of development', 400, 'PUT', '/dev/register/availability', {}],
    ['has no token', 401, 'POST', ORDERS, { ...JSON_TYPE, authorization: '' }],
    ['is of a type that is not read', 415, 'POST', ORDERS, { 'content-type': 'text/plain' }],
    ['is for no route', 404, 'POST', '/nowhere', JSON_TYPE],
    ['comes with another method', 405, 'PUT', ORDERS, JSON_TYPE],
  ])('because its body %s takes the next: %d', async (_why, status, method, path, headers) => {
    await withConnection(async (agent) => {
      for (let round = 0; round < ROUNDS; round++) {
        const refused = await ask(agent, method, path, BODY, { authorization: `Bearer ${token}`, ...headers })
        expect(refused).toEqual({ status, isReused: round > 0 })
        expect(await ask(agent, 'GET', '/nowhere', '')).toEqual({ status: 404, isReused: true })
      }
    })
  })
})
