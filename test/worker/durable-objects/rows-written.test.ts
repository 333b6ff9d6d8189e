import { reset, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { send } from '#client'
import { orderTo, postOrder, toEmail } from '../../conformance/orders/support.ts'
import { type Answer, API, eventually, postSms, shipmentIdOf, smsRequest, tokenFor } from '../../conformance/support.ts'

type Cursor = { readonly rowsWritten: number }
type Statement = { readonly sql: string; readonly cursor: Cursor }

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

/** The rows that statements on some tables have written, those of indexes included: what the platform bills. */
const written = (tables: RegExp): number =>
  statements.filter(({ sql }) => tables.test(sql)).reduce((sum, { cursor }) => sum + cursor.rowsWritten, 0)

const LEDGER = /(?:INTO|UPDATE|FROM) (?:ledger|orders|shipments|deliveries|dead_letters|feed_outbox)\b/
const FEED = /(?:INTO|UPDATE|FROM) (?:feed|entries)\b/

const OUTBOX_EMPTIED = /DELETE FROM feed_outbox/

/** Sends a message where others have been before, waits until it has ended, and counts what it alone has written. */
async function rowsOf(order: () => Promise<Answer>, token: string) {
  const feed = async () =>
    (await send(`${API}/shipment/feed`, { headers: { authorization: `Bearer ${token}` } })).text()
  const ended = async () => {
    const id = shipmentIdOf(await order())
    await eventually(feed, (page) => page.includes(id))
    await eventually(async () => statements.some(({ sql }) => OUTBOX_EMPTIED.test(sql)), Boolean)
    return id[0]
  }
  const ledgers = new Set<string | undefined>()
  for (;;) {
    statements = []
    const slice = await ended()
    if (ledgers.has(slice)) return { ledger: written(LEDGER), feed: written(FEED) }
    ledgers.add(slice)
  }
}

/** A receipt that overtakes the word that a message was taken saves a write, so the numbers are bounds. */
describe('what a message writes, in rows', () => {
  it('is at most 12 in its ledger and 3 in the feed for an instant one', async () => {
    const token = await tokenFor({ org: 'instant-rows' })
    const { ledger, feed } = await rowsOf(() => postSms(smsRequest(), token), token)
    expect(ledger).toBeGreaterThan(0)
    expect(ledger).toBeLessThanOrEqual(12)
    expect(feed).toBe(3)
  })

  it('is at most 23 in its ledger and 3 in the feed for an order of one e-mail', async () => {
    const token = await tokenFor({ org: 'order-rows' })
    const { ledger, feed } = await rowsOf(() => postOrder(orderTo(toEmail()), token), token)
    expect(ledger).toBeGreaterThan(12)
    expect(ledger).toBeLessThanOrEqual(23)
    expect(feed).toBe(3)
  })
})
