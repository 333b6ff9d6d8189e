import { describe, expect, it } from 'vitest'
import { compareRuns } from '../../bench/report/compare.ts'
import type { Run } from '../../scripts/generate/benchmarks/run.ts'

const runWith = (perSecond: number, verdict: string, rounds = 3): Run => ({
  machine: 'a machine',
  date: '2026-11-26',
  sections: [
    {
      title: `Requests per second (${rounds} rounds of 4 s each, medians)`,
      tables: [
        { headings: ['subject', 'connections', 'requests/s'], rows: [['ours', '1', perSecond]] },
        { headings: ['goal', 'measured', 'wanted', 'verdict'], rows: [['ours / floor', 0.5, '≥ 0.8 ×', verdict]] },
      ],
    },
  ],
})

describe('two runs of the benchmark side by side', () => {
  it('shows each figure of both with their ratio, whatever the verdicts are and however long it was measured', () => {
    const [section] = compareRuns(runWith(400, 'not met', 5), runWith(500, 'met'))
    expect(section?.tables.flatMap(({ rows }) => rows)).toEqual([
      ['ours · 1', 'requests/s', 400, 500, 1.25],
      ['ours / floor · ≥ 0.8 ×', 'measured', 0.5, 0.5, 1],
    ])
  })

  it('leaves out what only one of them measured', () => {
    expect(compareRuns({ ...runWith(1, 'met'), sections: [] }, runWith(1, 'met'))).toEqual([])
  })
})
