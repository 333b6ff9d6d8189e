import { describe, expect, it } from 'vitest'
import { FeedStore } from '../../worker/feed/feed-store.ts'
import { Ledger } from '../../worker/ledger/ledger.ts'
import { openNodeSql } from './support/node-sql.ts'
import { instantOrder, keyOf, newLedger, T0, TIMING, told } from './support/world.ts'

const at = (index: number, number = 1, position = 0) => ({ orderKey: keyOf(index), number, position })
const tablesOf = (sql: ReturnType<typeof openNodeSql>) =>
  sql
    .exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    .map(({ name }) => name)

/** What a ledger of version 2 left when the power went; `fixtures` were written by its code. */
function ofVersion2() {
  const sql = openNodeSql('version-2.sql')
  return { sql, ledger: new Ledger(sql, TIMING) }
}

describe('a ledger of the first version', () => {
  it('is read on, with nothing lost', () => {
    const sql = openNodeSql('version-1.sql')
    expect(new Ledger(sql, TIMING).find(at(1), T0)).toMatchObject({
      type: 'Instant',
      sendersReference: 'ref',
      status: 'SMS_Accepted',
      deliveries: [{ destination: '+4799999999' }],
    })
    expect(new Ledger(sql, TIMING).find(at(1), T0)).toBeDefined()
  })
})

describe('a ledger of version 2', () => {
  it('has the tables of a new one', () => {
    const fresh = newLedger()
    fresh.ledger.acceptInstant(instantOrder(1), T0)
    const schema = (sql: ReturnType<typeof openNodeSql>) =>
      sql
        .exec<{ name: string; sql: string }>('SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name')
        .map(({ name, sql: text }) => [name, text.replaceAll(/\s+/g, '')])
    expect(schema(ofVersion2().sql)).toEqual(schema(fresh.sql))
    expect(ofVersion2().sql.exec('SELECT version FROM schema_version')).toEqual([{ version: 3 }])
  })

  it('shows every shipment as it was', () => {
    const { ledger } = ofVersion2()
    const shown = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((index) => ledger.find(at(index), T0 + 100)?.status)
    expect(shown).toEqual([
      ...['SMS_Sending', 'SMS_Accepted', 'SMS_Sending', 'SMS_Delivered', 'SMS_Delivered', 'SMS_Failed'],
      ...['Order_Cancelled', 'Order_Registered', 'Order_Processed', 'Order_Completed', 'Order_Registered'],
    ])
    expect(ledger.find(at(2), T0)?.deliveries).toMatchObject([{ simulated: true }])
    expect(ledger.find(at(3), T0)?.deliveries).toMatchObject([{ isUncertain: true, attempts: 1 }])
    expect(ledger.find(at(8, 2), T0)).toMatchObject({ type: 'Reminder', sendersReference: 'reminder' })
    expect(ledger.find(at(9), T0)?.deliveries).toMatchObject([
      { status: 'Email_Delivered' },
      { status: 'SMS_Accepted' },
    ])
    expect(ledger.find(at(10), T0)).toMatchObject({ dueMs: T0, plan: { channel: 'Email' } })
    expect(ledger.operated?.deadLetters(10)).toMatchObject([{ address: { orderKey: keyOf(6) } }])
  })

  it('answers replays with what it had', () => {
    const { ledger } = ofVersion2()
    const replayed = { kind: 'replayed', sameRequest: true } as const
    for (const index of [1, 4])
      expect(ledger.acceptInstant(instantOrder(index), T0)).toEqual({ ...replayed, sendersReference: `ref-${index}` })
    expect(ledger.replay(keyOf(7), '00')).toEqual({ ...replayed, sendersReferences: ['main', 'reminder'] })
    expect(ledger.replay(keyOf(8), '00')).toEqual({ ...replayed, sendersReferences: ['main', 'reminder'] })
  })

  it('goes on where each was', () => {
    const { ledger } = ofVersion2()
    expect(ledger.nextWakeUpMs(T0 + 100)).toBe(T0 + 510)
    expect(ledger.wake(T0 + 510).deliveries).toHaveLength(1)
    expect(ledger.claim(at(3), T0 + 510).verdict).toMatchObject({ attempt: 2, pinnedProvider: 'link' })
    expect(ledger.report(at(1), told(1, { kind: 'taken' }), 0, T0 + 600)).toMatchObject([{ to: 'SMS_Accepted' }])
    ledger.receive(at(9, 1, 1), 'link', { kind: 'delivered', atMs: T0 + 700 }, T0 + 700)
    expect(ledger.find(at(9), T0 + 700)).toMatchObject({ status: 'Order_Completed' })
    expect(ledger.wake(T0 + 30_060).shipments).toHaveLength(1)
    expect(ledger.dueShipment(at(11))).toMatchObject({ plan: { texts: { email: { subject: 's' } } } })
  })

  it('tells the feed what it does not have, and nothing twice', () => {
    const { ledger } = ofVersion2()
    ledger.receive(at(2), 'inbox', { kind: 'delivered', atMs: T0 + 90 }, T0 + 90)
    const sql = openNodeSql('feed-version-1.sql')
    const feed = new FeedStore(sql)
    const ends = ledger.ends?.after(feed.heardUpTo('0'), 500)
    expect(ends).toMatchObject({ source: '0', firstSequence: 1 })
    if (!ends) throw new Error('no ends')
    expect(feed.append(ends)).toBe(3)
    const entries: unknown = JSON.parse(feed.read({ seq: 0, pageSize: 500, orderBy: 'Asc' }))
    const ids = [4, 7, 7, 10, 6, 5, 2].map((index) => keyOf(index).slice(-2))
    expect(entries).toMatchObject(
      ids.map((id, index) => ({ sequenceNumber: index + 1, shipmentId: expect.stringContaining(id) })),
    )
    expect(tablesOf(sql)).toEqual(['entries', 'feed', 'schema_version', 'sources'])
  })

  it('is brought up to date although some of its rows cannot be read', () => {
    const sql = openNodeSql('version-2.sql')
    sql.exec("UPDATE shipments SET plan = '{' WHERE number = 1")
    sql.exec("UPDATE deliveries SET content = '{' WHERE content IS NOT NULL")
    const ledger = new Ledger(sql, TIMING)
    expect(ledger.find(at(4), T0)).toMatchObject({ status: 'SMS_Delivered' })
    expect(ledger.wake(T0 + 30_060).unreadable).toHaveLength(1)
  })
})
