import { describe, expect, it } from 'vitest'
import { DESK_SCHEMA } from '../../worker/operator/desk-schema.ts'
import { FenceRefusals, REFUSALS_SHOWN_MS } from '../../worker/operator/fence-refusals.ts'
import { migrate } from '../../worker/platform/migrations.ts'
import { openNodeSql } from './support/node-sql.ts'

const T0 = Date.UTC(2030, 0, 15, 8)

function newRefusals() {
  const sql = openNodeSql()
  migrate(sql, DESK_SCHEMA)
  const rows = () => sql.exec<{ n: number }>('SELECT count(*) AS n FROM fence_refusals')[0]?.n
  return { refusals: new FenceRefusals(sql), rows }
}

describe('what fences have refused', () => {
  it('is known of each organisation once, the latest first', () => {
    const { refusals, rows } = newRefusals()
    refusals.note('ttd', T0)
    refusals.note('digdir', T0 + 1)
    refusals.note('ttd', T0 + 2)
    expect(refusals.since(T0, 10)).toEqual(['ttd', 'digdir'])
    expect(refusals.since(T0 + 2, 10)).toEqual(['ttd'])
    expect(refusals.since(T0, 1)).toEqual(['ttd'])
    expect(rows()).toBe(2)
  })

  it('is forgotten once it is shown no more, however many organisations there were', () => {
    const { refusals, rows } = newRefusals()
    for (let index = 0; index < 1_000; index++) refusals.note(`org-${index}`, T0)
    refusals.note('lately', T0 + REFUSALS_SHOWN_MS)
    expect(rows()).toBe(1_001)
    refusals.note('now', T0 + REFUSALS_SHOWN_MS + 1)
    expect(rows()).toBe(2)
    expect(refusals.since(0, 10)).toEqual(['now', 'lately'])
  })
})
