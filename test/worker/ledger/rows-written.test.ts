import { reset, runInDurableObject } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

const API = 'http://straks.test/notifications/api/v1/future'

type Statement = { readonly sql: string; readonly cursor: { readonly rowsWritten: number } }

/** Everything that any object's SQL has done, in order. */
let statements: Statement[] = []

beforeAll(async () => {
  await runInDurableObject(env.ORDER_LEDGER.getByName('any'), (_instance, { storage: { sql } }) => {
    const prototype: SqlStorage = Object.getPrototypeOf(sql)
    const { exec } = prototype
    vi.spyOn(prototype, 'exec').mockImplementation(function (this: SqlStorage, text, ...values) {
      const cursor = exec.call(this, text, ...values)
      statements.push({ sql: text, cursor })
      return cursor
    })
  })
})

afterAll(async () => {
  vi.restoreAllMocks()
  await reset()
})

const LEDGER = /(?:INTO|UPDATE|FROM) (?:ledger|live_messages|live_shipments|ended_shipments|dead_letters)\b/
const FEED = /(?:INTO|UPDATE|FROM) (?:feed|entries)\b/
const FEED_HAS_IT = /INTO entries/

/** The rows that statements on some tables have written, those of indexes included: what the platform bills. */
const written = (tables: RegExp): number =>
  statements.filter(({ sql }) => tables.test(sql)).reduce((sum, { cursor }) => sum + cursor.rowsWritten, 0)

async function post(url: string, body: unknown, token = ''): Promise<object> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const response = await exports.default.fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  return Object(await response.json())
}

/** Sends messages until one comes to a ledger that has its tables, and counts what that one has written. */
async function rowsOf(path: string, message: object) {
  const token = String(Object(await post('http://straks.test/dev/token', { org: path })).access_token)
  const ledgers = new Set<string>()
  for (;;) {
    statements = []
    const answer = await post(API + path, { idempotencyId: crypto.randomUUID(), ...message }, token)
    const ledger = String(Object(answer).notificationOrderId).slice(0, 1)
    await vi.waitUntil(() => statements.some(({ sql }) => FEED_HAS_IT.test(sql)), { timeout: 10_000 })
    if (ledgers.has(ledger)) return { ledger: written(LEDGER), feed: written(FEED) }
    ledgers.add(ledger)
  }
}

/** A receipt that overtakes the word that a message was taken saves a write, so these numbers are bounds. */
describe('what a message writes, in rows', () => {
  it('is at most 5 in its ledger and 1 in the feed for an instant one', async () => {
    const { ledger, feed } = await rowsOf('/orders/instant/sms', {
      recipientSms: { phoneNumber: '+4799999999', timeToLiveInSeconds: 120, smsSettings: { body: 'Kode 4242424242' } },
    })
    expect(ledger).toBeGreaterThan(0)
    expect(ledger).toBeLessThanOrEqual(5)
    expect(feed).toBe(1)
  })

  it('is at most 9 in its ledger and 1 in the feed for an order of one e-mail', async () => {
    const emailSettings = { subject: 'Nytt brev', body: 'Du har fått et nytt brev.' }
    const { ledger, feed } = await rowsOf('/orders', {
      recipient: { recipientEmail: { emailAddress: 'ola.nordmann@example.com', emailSettings } },
    })
    expect(ledger).toBeGreaterThan(5)
    expect(ledger).toBeLessThanOrEqual(9)
    expect(feed).toBe(1)
  })
})
