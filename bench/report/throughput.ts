import type { Measurements } from '../questions/throughput.ts'
import type { Subject, SubjectName } from '../subjects/subject.ts'
import { GOAL_HEADINGS, type Goal, goalRow } from './goal.ts'
import { table } from './table.ts'

type Ratio = {
  readonly of: SubjectName
  readonly to: SubjectName
  readonly connections: readonly number[]
  readonly goal: number
}

const RATIOS: readonly Ratio[] = [
  { of: 'ours', to: 'floor', connections: [1, 32, 128], goal: 0.8 },
  { of: 'ours', to: 'peer', connections: [1], goal: 1 },
  { of: 'ours', to: 'peer', connections: [32], goal: 0.6 },
]

function toGoal(measurements: Measurements, { of, to, goal }: Ratio, connections: number): Goal | undefined {
  const one = measurements.of(of, connections)
  const other = measurements.of(to, connections)
  if (!one || !other) return undefined
  const what = `${of} / ${to}, requests per second at ${connections} connection${connections === 1 ? '' : 's'}`
  return { what, measured: one.perSecond / other.perSecond, goal, unit: 'x' }
}

/** The throughput table and, below it, the goals. */
export function throughputReport(
  subjects: readonly Subject[],
  connections: readonly number[],
  measurements: Measurements,
): string {
  const rows = subjects.flatMap(({ name, title }) =>
    connections.map((count) => {
      const { perSecond, p50Ms, p99Ms, cpuUsPerRequest } = measurements.of(name, count) ?? {}
      const figures = [perSecond, p50Ms, p99Ms, cpuUsPerRequest].map((figure) => figure ?? Number.NaN)
      return [title, count, ...figures]
    }),
  )
  const goals = RATIOS.flatMap((ratio) =>
    ratio.connections.map((count) => toGoal(measurements, ratio, count)).filter((goal) => goal !== undefined),
  )
  return [
    table(['subject', 'connections', 'requests/s', 'p50 ms', 'p99 ms', 'CPU µs/request'], rows),
    ...(goals.length > 0 ? [table(GOAL_HEADINGS, goals.map(goalRow))] : []),
  ].join('\n\n')
}
