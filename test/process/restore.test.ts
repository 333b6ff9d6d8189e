import { readdirSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { json, serveLocally } from '../client/local-server.ts'
import type { Client } from '../support/api/client.ts'
import { until } from '../support/api/eventually.ts'
import { smsRequest } from '../support/api/requests.ts'
import { Service } from '../support/api/service.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'

/** Enough for every ledger of an organisation to have lost some, and to end more afterwards. */
const MESSAGES = 60

let folder: string
let receiver: Awaited<ReturnType<typeof serveLocally>>
let server: DevServer
let sender: Client
/** Of each try: the feed and the webhook of an earlier one have its entries. */
let org: string
let token: string

const state = () => join(folder, 'state')

async function start(): Promise<void> {
  server = await startDevServer({ persistTo: state() })
  token ||= await Service.at(server).token({ org })
  sender = Service.at(server).clientWith(token)
}

beforeEach(async () => {
  org = `restored-${crypto.randomUUID().slice(0, 8)}`
  token = ''
  folder = await mkdtemp(join(tmpdir(), 'straks-restore-'))
  receiver = await serveLocally((_seen, _count, response) => json(response, 200, {}))
  await start()
})
afterEach(async () => {
  await server.stop()
  await receiver[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** The folders of objects of one class: what the platform restores to a moment, object by object. */
const foldersOf = (name: string): readonly string[] =>
  readdirSync(state(), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith(`-${name}`))

async function copyBack(from: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await rm(join(state(), path), { recursive: true })
    await cp(join(from, path), join(state(), path), { recursive: true })
  }
}

/** Sends some messages, and waits until the feed and the webhook have told as many entries as there are then. */
async function sendSome(toldThen: number): Promise<readonly string[]> {
  const ids = await Promise.all(Array.from({ length: MESSAGES }, () => sender.sendSms(smsRequest())))
  await until(async () => (await wholeFeed()).length >= toldThen)
  await until(() => new Set(receiver.seen.map(({ headers }) => headers['webhook-id'])).size >= toldThen)
  return ids
}

async function wholeFeed() {
  const entries: { sequenceNumber: number; shipmentId: string }[] = []
  for (;;) {
    const page = await sender.feed(entries.at(-1)?.sequenceNumber ?? 0)
    if (page.length === 0) return entries
    for (const entry of page)
      entries.push({ sequenceNumber: Number(entry.sequenceNumber), shipmentId: String(entry.shipmentId) })
  }
}

describe('ledgers that are restored to an earlier moment', () => {
  it('go on telling the feed and webhooks of all that ends, without a gap and without telling twice', async () => {
    await sender.ask('POST', '/straks/v1/webhooks', { url: receiver.url })
    const before = await sendSome(MESSAGES)
    await server.stop()
    const backup = join(folder, 'backup')
    await cp(state(), backup, { recursive: true })

    await start()
    const lost = await sendSome(2 * MESSAGES)
    await server.stop()
    await copyBack(backup, foldersOf('OrderLedger'))

    await start()
    const [known = ''] = before
    expect(await sender.statusOf(known)).toBe('SMS_Delivered')
    const after = await sendSome(3 * MESSAGES)
    const feed = await wholeFeed()
    expect(feed.map(({ sequenceNumber }) => sequenceNumber)).toEqual(feed.map((_, index) => index + 1))
    expect(feed.map(({ shipmentId }) => shipmentId).sort()).toEqual([...before, ...lost, ...after].sort())
  })
})
