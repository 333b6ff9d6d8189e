import { describe, expect, it } from 'vitest'
import type { FeedEntry } from '../../worker/feed/feed-entry.ts'
import { FEED_SCHEMA } from '../../worker/feed/feed-schema.ts'
import { FeedStore } from '../../worker/feed/feed-store.ts'
import type { Sql } from '../../worker/platform/sql.ts'
import { openNodeSql } from './support/node-sql.ts'

const entry = (atMs: number, changes: Partial<FeedEntry> = {}): FeedEntry => ({
  shipmentId: `s${atMs}`,
  atMs,
  entry: `{"shipmentId":"s${atMs}"}`,
  mayBeThere: false,
  ...changes,
})

const entries = (count: number, firstMs = 1): readonly FeedEntry[] =>
  Array.from({ length: count }, (_, index) => entry(firstMs + index))

function openFeed(sql: Sql = openNodeSql()) {
  const feed = new FeedStore(sql)
  feed.prepare()
  return { sql, feed, heard: () => ['0', 'f'].map((source) => new FeedStore(sql).heardUpTo(source)) }
}

/** Writes to the database whose statements are watched. */
const writesOf = (work: (sql: Sql) => void): readonly string[] => {
  const sql = openNodeSql()
  const { feed } = openFeed(sql)
  feed.append({ source: '0', firstSequence: 1, entries: entries(1) })
  const said: string[] = []
  const note = (text: string): void => {
    if (!/^\s*SELECT/.test(text)) said.push(text)
  }
  const watched: Sql = {
    ...sql,
    exec: (text, ...values) => {
      note(text)
      return sql.exec(text, ...values)
    },
    write: (text, ...values) => {
      note(text)
      return sql.write(text, ...values)
    },
  }
  work(watched)
  return said
}

describe('how far the feed has heard of each ledger', () => {
  it('is known after a start, after any number of entries', () => {
    const { feed, heard } = openFeed()
    for (const count of [1, 62, 1, 1, 200, 3]) {
      feed.append({ source: '0', firstSequence: feed.heardUpTo('0') + 1, entries: entries(count) })
      feed.append({ source: 'f', firstSequence: feed.heardUpTo('f') + 1, entries: entries(1) })
      expect(heard()).toEqual([feed.heardUpTo('0'), feed.heardUpTo('f')])
    }
    expect(heard()).toEqual([268, 6])
  })

  it('is known where the last end made no entry, and after all entries are erased', () => {
    const { feed, heard } = openFeed()
    feed.append({ source: '0', firstSequence: 1, entries: [...entries(2), undefined] })
    expect(heard()).toEqual([3, 0])
    feed.append({ source: 'f', firstSequence: 1, entries: entries(5, 10) })
    expect(feed.eraseOldest(12, 2)).toBe(2)
    expect(heard()).toEqual([3, 5])
    expect(feed.eraseOldest(100, 500)).toBe(5)
    expect(heard()).toEqual([3, 5])
    expect(feed.append({ source: 'f', firstSequence: 1, entries: entries(6, 10) })).toBe(6)
    expect(JSON.parse(feed.read({ seq: 0, pageSize: 9, orderBy: 'Asc' }))).toMatchObject([{ sequenceNumber: 8 }])
  })

  it('is read again after a transaction was undone', () => {
    const { sql, feed } = openFeed()
    feed.append({ source: '0', firstSequence: 1, entries: entries(1) })
    sql.exec('SAVEPOINT one')
    feed.append({ source: '0', firstSequence: 2, entries: entries(2) })
    sql.exec('ROLLBACK TO one')
    feed.reload()
    expect(feed.heardUpTo('0')).toBe(1)
    expect(feed.append({ source: '0', firstSequence: 2, entries: entries(2) })).toBe(3)
  })

  it('costs no row beside an entry, but for one in some dozens', () => {
    const said = writesOf((sql) => {
      const feed = new FeedStore(sql)
      for (let call = 0; call < 128; call++)
        feed.append({ source: '0', firstSequence: feed.heardUpTo('0') + 1, entries: entries(1) })
    })
    expect(said.filter((text) => text.startsWith('INSERT INTO entries'))).toHaveLength(128)
    expect(said).toHaveLength(130)
  })

  it('is taken over from a feed that had a row for each ledger', () => {
    const sql = openNodeSql()
    for (const step of FEED_SCHEMA.steps.slice(0, 3)) step(sql)
    sql.exec('CREATE TABLE schema_version (version INTEGER NOT NULL)')
    sql.exec('INSERT INTO schema_version (version) VALUES (3)')
    sql.exec("INSERT INTO sources (source, heard) VALUES ('0', 7), ('f', 2)")
    sql.exec(`INSERT INTO entries (sequence_number, at_ms, members) VALUES (9, 1, '"shipmentId":"s"}')`)
    const { feed, heard } = openFeed(sql)
    expect(heard()).toEqual([7, 2])
    expect(feed.append({ source: '0', firstSequence: 7, entries: entries(2) })).toBe(8)
    expect([heard(), feed.latest()]).toEqual([[8, 2], 10])
  })
})
