import { describe, expect, it } from 'vitest'
import { FEED_SCHEMA } from '../../worker/feed/feed-schema.ts'
import { LEDGER_SCHEMA } from '../../worker/ledger/schema.ts'
import { migrate, migrateIfAny, type Schema, statements } from '../../worker/platform/migrations.ts'
import type { Sql } from '../../worker/platform/sql.ts'
import { INBOX_SCHEMA } from '../../worker/providers/inbox/inbox-store.ts'
import { openNodeSql } from './support/node-sql.ts'

const version = (sql: Sql) => sql.exec('SELECT version FROM schema_version')

describe('a schema', () => {
  const ADD_A = statements('CREATE TABLE a (x INTEGER)')
  const ADD_B = statements('CREATE TABLE b (x INTEGER)', 'INSERT INTO b VALUES (1)')
  const unnumbered = () => 0

  it('takes each step once, however often it is brought up to date', () => {
    const sql = openNodeSql()
    const first: Schema<Sql> = { steps: [ADD_A], unnumbered }
    const second: Schema<Sql> = { steps: [ADD_A, ADD_B], unnumbered }
    expect(migrateIfAny(sql, first)).toBe(false)
    migrate(sql, first)
    for (const _time of [1, 2]) expect(migrateIfAny(sql, second)).toBe(true)
    expect(sql.exec('SELECT * FROM b')).toHaveLength(1)
    expect(version(sql)).toEqual([{ version: 2 }])
  })

  it('refuses a store that newer code has written', () => {
    const sql = openNodeSql()
    migrate(sql, { steps: [ADD_A, ADD_B], unnumbered })
    expect(() => migrate(sql, { steps: [ADD_A], unnumbered })).toThrow('version 2')
  })
})

describe('an inbox of the first version', () => {
  it('goes on by references', () => {
    const sql = openNodeSql()
    const [first] = INBOX_SCHEMA.steps
    first?.(sql)
    sql.exec("INSERT INTO messages (shipment_id, received_at_ms, message) VALUES ('s', 1, '{}')")
    migrate(sql, INBOX_SCHEMA)
    expect(sql.exec('SELECT reference FROM messages')).toEqual([{ reference: 's' }])
    expect(version(sql)).toEqual([{ version: INBOX_SCHEMA.steps.length }])
  })
})

describe('a store without a number', () => {
  it.each([
    ['ledger', LEDGER_SCHEMA, 2],
    ['feed', FEED_SCHEMA, 1],
    ['inbox', INBOX_SCHEMA, 2],
  ])('is recognised by its tables: %s', (_name, schema, versionsWithoutNumber) => {
    const known = schema.steps.slice(0, versionsWithoutNumber)
    for (const [index] of known.entries()) {
      const sql = openNodeSql()
      for (const step of known.slice(0, index + 1)) step(sql)
      expect(schema.unnumbered(sql)).toBe(index + 1)
      migrate(sql, schema)
      expect(version(sql)).toEqual([{ version: schema.steps.length }])
    }
  })
})
