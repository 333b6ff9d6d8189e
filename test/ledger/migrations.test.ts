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
    for (const gone of ['orders', 'shipments', 'deliveries', 'feed_outbox'])
      expect(tablesOf(ofVersion2().sql)).not.toContain(gone)
  })

  it('has each message under way with all that was known of it', () => {
    const { sql } = ofVersion2()
    const state = (changes: object) => ({
      channel: 'sms',
      policy: 'anytime',
      lastUpdateMs: T0,
      expiresAtMs: T0 + 60_000,
      attempts: 1,
      doubts: [],
      lostClaims: 0,
      ...changes,
    })
    const taken = { phase: 'taken', wakeAtMs: T0 + 90_000 }
    expect(
      sql
        .exec<{ state: string }>('SELECT state FROM live_messages ORDER BY order_key, position')
        .map(({ state: text }) => JSON.parse(text) as unknown),
    ).toEqual([
      state({ stage: { phase: 'claimed', wakeAtMs: T0 + 10_000, isWithdrawn: false } }),
      state({ lastUpdateMs: T0 + 10, previousProvider: 'inbox', stage: { ...taken, holder: 'inbox' } }),
      state({
        previousProvider: 'link',
        pinnedProvider: 'link',
        stage: { phase: 'waiting', wakeAtMs: T0 + 510 },
      }),
      state({
        channel: 'email',
        lastUpdateMs: T0 + 40,
        expiresAtMs: T0 + 172_800_000,
        previousProvider: 'smtp',
        stage: { phase: 'final', status: 'Email_Delivered', isUncertain: false },
      }),
      state({
        policy: 'daytime',
        lastUpdateMs: T0 + 41,
        expiresAtMs: T0 + 172_800_000,
        previousProvider: 'link',
        stage: { phase: 'taken', wakeAtMs: T0 + 172_830_000, holder: 'link' },
      }),
    ])
    expect(
      sql
        .exec<{ simulated: number }>(
          "SELECT json_extract(facts, '$.simulated') AS simulated FROM live_messages ORDER BY order_key, position",
        )
        .map(({ simulated }) => simulated),
    ).toEqual([0, 1, 0, 0, 0])
  })

  it('has each shipment that waits as it waited', () => {
    const states = ofVersion2().sql.exec<{ state: string }>(
      'SELECT state FROM live_shipments ORDER BY order_key, number',
    )
    const waits = { phase: 'awaiting', unansweredConditions: 0, failedLookups: 0 }
    expect(states.map(({ state }) => (JSON.parse(state) as { stage: unknown }).stage)).toEqual([
      { ...waits, wakeAtMs: T0 + 86_400_000 },
      { ...waits, wakeAtMs: T0 + 172_800_000 },
      { phase: 'processed' },
      { ...waits, wakeAtMs: T0 + 30_060 },
    ])
  })

  it('has what has ended as the feed is told of it', () => {
    const { sql, ledger } = ofVersion2()
    expect(ledger.find(at(4), T0)).toMatchObject({ type: 'Instant', dueMs: T0 })
    expect(ledger.find(at(4), T0)?.deliveries).toMatchObject([{ simulated: false, isUncertain: false, attempts: 1 }])
    const mayBeThere = sql.exec<{ n: number }>(
      "SELECT sequence AS n FROM ended_shipments WHERE json_extract(record, '$.mayBeInFeed') = 1 ORDER BY sequence",
    )
    expect(mayBeThere).toEqual([{ n: 1 }, { n: 2 }])
  })

  it('loses none of many', () => {
    const many = 1_203
    const sql = openNodeSql('version-2.sql')
    const numbers = `WITH RECURSIVE more (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more WHERE n < ${many})`
    const key = "printf('%030x', n + 4096)"
    for (const [table, rest] of [
      [
        'orders',
        "fingerprint, senders_reference, accepted_at_ms, trace_id FROM orders, more WHERE order_key LIKE '%1'",
      ],
      [
        'deliveries',
        `number, position, channel, policy, destination, CASE WHEN n % 2 THEN 'final' ELSE 'waiting' END, status, last_update_ms,
         expires_at_ms, attempts, wake_at_ms, provider, stay_with, simulated, content
         FROM deliveries, more WHERE order_key LIKE '%1'`,
      ],
    ] as const)
      sql.exec(`INSERT INTO ${table} ${numbers} SELECT ${key}, ${rest}`)
    const count = (table: string) => sql.exec<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)[0]?.n ?? 0
    const before = count('deliveries')
    expect(before).toBe(many + 9)
    const ledger = new Ledger(sql, TIMING)
    expect(ledger.find(at(4), T0)).toBeDefined()
    expect(count('live_messages')).toBe(5 + 601)
    expect(count('ended_shipments')).toBe(6 + 602)
    expect(sql.exec("SELECT sequence FROM ended_shipments WHERE record IN ('', 'new', 'known')")).toEqual([])
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
    expect(tablesOf(sql)).toEqual(['entries', 'feed', 'schema_version'])
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
