import { readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { json, serveLocally } from '../client/local-server.ts'
import type { Client } from '../support/api/client.ts'
import { until } from '../support/api/eventually.ts'
import { smsRequest } from '../support/api/requests.ts'
import { Service } from '../support/api/service.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'

/** No provider takes these, so they wait. */
const DOWN = '+4799990011'
const PHONE = '+4799999999'

/** Objects that newer code has met: those of one organisation. */
const TOUCHED = ['OrderLedger', 'StatusFeed', 'WebhookEndpoint']

let folder: string
let receiver: Awaited<ReturnType<typeof serveLocally>>
let server: DevServer
let sender: Client
let org: string

const state = () => join(folder, 'state')

async function start(): Promise<void> {
  server = await startDevServer({ persistTo: state() })
  sender = Service.at(server).clientWith(await Service.at(server).token({ org }))
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'straks-rollback-'))
  receiver = await serveLocally((_seen, _count, response) => json(response, 200, {}))
})
/** An organisation and a state of its own, also for a second try. */
beforeEach(async () => {
  await server?.stop()
  await rm(state(), { recursive: true, force: true, maxRetries: 5 })
  org = `rolled-back-${crypto.randomUUID().slice(0, 8)}`
  await start()
})
afterAll(async () => {
  await server?.stop()
  await receiver[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** The databases of the objects that newer code has met. */
const databases = (): readonly string[] =>
  readdirSync(state(), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.sqlite') && TOUCHED.some((name) => path.includes(`-${name}/`)))
    .map((path) => join(state(), path))

/** What newer code does to a store: a step more, in its tables and in its number. Gives how many it has met. */
function alterAll(statement: string): number {
  return databases().filter((path) => {
    const database = new DatabaseSync(path)
    try {
      if (!database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'schema_version'").get()) return false
      database.exec(statement)
      return true
    } finally {
      database.close()
    }
  }).length
}

/** Everything in these databases that is ours. */
const contents = (): readonly string[] =>
  databases().map((path) => {
    const database = new DatabaseSync(path, { readOnly: true })
    try {
      const tables = database
        .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'")
        .all()
      return JSON.stringify(tables.map(({ name }) => database.prepare(`SELECT * FROM "${String(name)}"`).all()))
    } finally {
      database.close()
    }
  })

const STEP = 'UPDATE schema_version SET version = version + 1, usable_by = version + 1'
const KNOWN_AGAIN = 'UPDATE schema_version SET version = version - 1, usable_by = version - 1'

describe('a deployment that is rolled back past a change of tables', () => {
  it('answers of what newer code has met that it cannot, changes nothing of it, and serves the rest; forward again, all goes on', async () => {
    await sender.ask('POST', '/straks/v1/webhooks', { url: receiver.url })
    const sent = await sender.sendSms(smsRequest({ recipient: { phoneNumber: PHONE } }))
    await sender.settles(sent)
    await until(async () => (await sender.feed(0)).length === 1)
    const waiting = await sender.sendSms(smsRequest({ recipient: { phoneNumber: DOWN, timeToLiveInSeconds: 3_600 } }))
    await server.stop()
    expect(alterAll(STEP)).toBeGreaterThan(0)
    const before = contents()

    await start()
    const shipment = (id: string) => sender.ask('GET', `/notifications/api/v1/future/shipment/${id}`)
    expect((await shipment(sent)).status).toBe(500)
    expect((await shipment(waiting)).status).toBe(500)
    const another = Service.at(server).clientWith(await Service.at(server).token({ org: `${org}-2` }))
    await another.settles(await another.sendSms(smsRequest({ recipient: { phoneNumber: PHONE } })))
    await server.stop()
    const after = contents()
    expect(before.filter((one) => !after.includes(one))).toEqual([])

    alterAll(KNOWN_AGAIN)
    await start()
    expect(await sender.statusOf(sent)).toBe('SMS_Delivered')
    const operator = await Service.at(server).client({ scope: 'straks:operator' })
    await operator.ask('POST', `/straks/v1/operator/shipments/${waiting}/give-up?organization=${org}`)
    await until(async () => (await sender.feed(0)).length === 2)
    await until(() => new Set(receiver.seen.map(({ headers }) => headers['webhook-id'])).size === 2)
  })
})
