import { describe, expect, it } from 'vitest'
import { DESK_SCHEMA } from '../../worker/operator/desk-schema.ts'
import { migrate, type Schema, statements } from '../../worker/platform/migrations.ts'
import type { Sql } from '../../worker/platform/sql.ts'
import { openNodeSql } from './support/node-sql.ts'

const unnumbered = () => 0
const OLD: Schema<Sql> = { steps: [statements('CREATE TABLE a (x INTEGER)')], unnumbered }
const ADDING = statements('ALTER TABLE a ADD COLUMN y INTEGER')
const ADDING_TO_B = statements('ALTER TABLE b ADD COLUMN y INTEGER')
const RENAMING = statements('ALTER TABLE a RENAME TO b')

const dump = (sql: Sql) =>
  sql.exec("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name").map((row) => JSON.stringify(row))

describe('older code that meets a store of newer code', () => {
  it('goes on where the newer one has only added to it, and leaves that alone', () => {
    const sql = openNodeSql()
    migrate(sql, { steps: [...OLD.steps, ADDING], unnumbered, usableBy: 1 })
    const before = dump(sql)
    migrate(sql, OLD)
    sql.exec('INSERT INTO a (x) VALUES (1)')
    expect(dump(sql)).toEqual(before)
    migrate(sql, { steps: [...OLD.steps, ADDING], unnumbered, usableBy: 1 })
    expect(sql.exec('SELECT * FROM a')).toEqual([{ x: 1, y: null }])
  })

  it('refuses it otherwise, changes nothing, and newer code finds it as it was', () => {
    const sql = openNodeSql()
    const renamed: Schema<Sql> = { steps: [...OLD.steps, RENAMING], unnumbered }
    migrate(sql, renamed)
    const before = dump(sql)
    expect(() => migrate(sql, OLD)).toThrow('version 2')
    expect(dump(sql)).toEqual(before)
    migrate(sql, renamed)
  })

  it('refuses what is usable by a version that is newer than it', () => {
    const sql = openNodeSql()
    migrate(sql, { steps: [...OLD.steps, RENAMING, ADDING_TO_B], unnumbered, usableBy: 2 })
    expect(() => migrate(sql, OLD)).toThrow('version 3')
  })
})

describe('the desk', () => {
  it('is usable by code that has no directory', () => {
    const sql = openNodeSql()
    migrate(sql, DESK_SCHEMA)
    migrate(sql, { ...DESK_SCHEMA, steps: DESK_SCHEMA.steps.slice(0, 4) })
    sql.exec("INSERT INTO organizations (organization, since_ms) VALUES ('ttd', 1) ON CONFLICT DO NOTHING")
    expect(sql.exec('SELECT slices_known, settled_ms FROM organizations')).toEqual([
      { slices_known: 0, settled_ms: null },
    ])
  })
})
