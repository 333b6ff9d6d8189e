import { describe, expect, it } from 'vitest'
import { ACTIVITY_PERIOD_MS, ALL_SLICES, mayBeActiveSince, sliceOf } from '../../worker/domain/activity.ts'
import { DESK_SCHEMA } from '../../worker/operator/desk-schema.ts'
import { Directory } from '../../worker/operator/directory.ts'
import { migrate } from '../../worker/platform/migrations.ts'
import { openNodeSql } from './support/node-sql.ts'

const T0 = Date.UTC(2030, 0, 15, 8)
const TOTALS = { upTo: 7, tallies: {} }

function newDirectory() {
  const sql = openNodeSql()
  migrate(sql, DESK_SCHEMA)
  return { sql, directory: new Directory(sql) }
}

describe('the directory', () => {
  it('knows which ledgers of an organisation may have something', () => {
    const { directory } = newDirectory()
    directory.note('ttd', sliceOf('a'), T0)
    directory.note('ttd', sliceOf('3'), T0 + 1)
    directory.note('digdir', sliceOf('0'), T0)
    expect(directory.known()).toEqual([
      { organization: 'digdir', slices: sliceOf('0') },
      { organization: 'ttd', slices: sliceOf('3') | sliceOf('a') },
    ])
  })

  it('writes once in half a period, however often it is told', () => {
    const { sql, directory } = newDirectory()
    directory.note('ttd', sliceOf('a'), T0)
    const changes = () => sql.exec<{ n: number }>('SELECT total_changes() AS n')[0]?.n ?? 0
    const before = changes()
    for (let ms = 0; ms < ACTIVITY_PERIOD_MS / 2; ms += 1_000) directory.note('ttd', sliceOf('a'), T0 + ms)
    expect(changes()).toBe(before)
    directory.note('ttd', sliceOf('a'), T0 + ACTIVITY_PERIOD_MS / 2)
    expect(directory.listed()).toMatchObject([{ activeMs: T0 + ACTIVITY_PERIOD_MS / 2 }])
  })

  it('believes how one stood at rest until it hears of it again', () => {
    const { directory } = newDirectory()
    directory.note('ttd', sliceOf('a'), T0)
    const atMs = T0 + 3 * ACTIVITY_PERIOD_MS
    directory.settle([{ organization: 'ttd', atMs, totals: TOTALS, slices: sliceOf('a') }])
    expect(directory.listed()).toMatchObject([{ settled: TOTALS }])
    directory.note('ttd', sliceOf('b'), atMs + 1)
    expect(directory.listed()).toMatchObject([{ settled: undefined, slices: sliceOf('a') | sliceOf('b') }])
  })

  it('takes every ledger of one from before for one that may have something, until it was asked', () => {
    const sql = openNodeSql()
    migrate(sql, { ...DESK_SCHEMA, steps: DESK_SCHEMA.steps.slice(0, 4) })
    const byOlderCode = () =>
      sql.exec("INSERT INTO organizations (organization, since_ms) VALUES ('old', 1) ON CONFLICT DO NOTHING")
    byOlderCode()
    migrate(sql, DESK_SCHEMA)
    const directory = new Directory(sql)
    directory.note('old', sliceOf('a'), T0)
    expect(directory.known()).toEqual([{ organization: 'old', slices: ALL_SLICES }])
    directory.settle([{ organization: 'old', atMs: T0 + 1, totals: TOTALS, slices: sliceOf('c') }])
    expect(directory.known()).toEqual([{ organization: 'old', slices: sliceOf('a') | sliceOf('c') }])
  })
})

describe('what may have happened since a moment', () => {
  it('reaches two periods beyond the last word of it', () => {
    expect(mayBeActiveSince(T0, T0 + 2 * ACTIVITY_PERIOD_MS)).toBe(true)
    expect(mayBeActiveSince(T0, T0 + 2 * ACTIVITY_PERIOD_MS + 1)).toBe(false)
    expect(mayBeActiveSince(undefined, T0)).toBe(true)
  })
})
