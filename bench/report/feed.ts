import { type Table, table } from '../../scripts/generate/benchmarks/table.ts'
import type { FeedMeasurement } from '../questions/feed.ts'
import { GOAL_HEADINGS, type Goal, goalRow } from './goal.ts'

/** How a full feed is read and written, and whether that is fast enough. */
export function feedReport({ reads, appends }: FeedMeasurement): readonly Table[] {
  const readRows = reads.map(({ place, p50Ms, p99Ms, perSecond }) => [place, p50Ms, p99Ms, perSecond])
  const appendRows = appends.map(({ entries, p50Ms, p99Ms, perSecond }) => [
    `${entries}`,
    p50Ms,
    p99Ms,
    perSecond,
    perSecond * entries,
  ])
  const goals: readonly Goal[] = [
    {
      what: 'a page of 500, p50, at the slowest place',
      measured: Math.max(...reads.map(({ p50Ms }) => p50Ms)),
      goal: 5,
      unit: 'ms',
      atMost: true,
    },
    {
      what: 'appended, in batches',
      measured: Math.max(...appends.map(({ perSecond, entries }) => perSecond * entries)),
      goal: 1_000,
      unit: 'entries/s',
    },
  ]
  return [
    table(['a page of 500', 'p50 ms', 'p99 ms', 'pages/s'], readRows),
    table(['entries in a batch', 'p50 ms', 'p99 ms', 'batches/s', 'entries/s'], appendRows),
    table(GOAL_HEADINGS, goals.map(goalRow)),
  ]
}
