import { type Table, table } from '../../scripts/generate/benchmarks/table.ts'
import type { Measurements } from '../questions/throughput.ts'
import type { Subject, SubjectName } from '../subjects/subject.ts'
import { GOAL_HEADINGS, type Goal, goalRow } from './goal.ts'

type Ratio = {
  readonly of: SubjectName
  readonly to: SubjectName
  readonly connections: number
  readonly goal: number
}

const RATIOS: readonly Ratio[] = [
  { of: 'ours', to: 'floor', connections: 1, goal: 0.8 },
  { of: 'ours', to: 'floor', connections: 32, goal: 0.65 },
  { of: 'ours', to: 'floor', connections: 128, goal: 0.8 },
  { of: 'replays', to: 'floor', connections: 1, goal: 1.1 },
  { of: 'replays', to: 'floor', connections: 32, goal: 1.4 },
  { of: 'replays', to: 'floor', connections: 128, goal: 1.3 },
  { of: 'ours', to: 'peer', connections: 1, goal: 1.1 },
]

function toGoal(measurements: Measurements, { of, to, connections, goal }: Ratio): Goal | undefined {
  const one = measurements.of(of, connections)
  const other = measurements.of(to, connections)
  if (!one || !other) return undefined
  const what = `${of} / ${to}, requests per second at ${connections} connection${connections === 1 ? '' : 's'}`
  return { what, measured: one.perSecond / other.perSecond, goal, unit: '×' }
}

/** What fences and seals may add to the processor time of a request. */
const GUARDS_AT_MOST = 1.05

function guardsGoal(measurements: Measurements, connections: number): Goal | undefined {
  const ours = measurements.of('ours', connections)
  const unguarded = measurements.of('unguarded', connections)
  if (!ours || !unguarded) return undefined
  const what = `ours / unguarded, CPU per request at ${connections} connection${connections === 1 ? '' : 's'}`
  const measured = ours.cpuUsPerRequest / unguarded.cpuUsPerRequest
  return { what, measured, goal: GUARDS_AT_MOST, unit: '×', atMost: true }
}

/** The throughput table and, below it, the goals. */
export function throughputReport(
  subjects: readonly Subject[],
  connections: readonly number[],
  measurements: Measurements,
): readonly Table[] {
  const rows = subjects.flatMap(({ name, title }) =>
    connections.map((count) => {
      const { perSecond, p50Ms, p99Ms, cpuUsPerRequest } = measurements.of(name, count) ?? {}
      const figures = [perSecond, p50Ms, p99Ms, cpuUsPerRequest].map((figure) => figure ?? Number.NaN)
      return [title, `${count}`, ...figures]
    }),
  )
  const goals = [
    ...RATIOS.map((ratio) => toGoal(measurements, ratio)),
    ...connections.map((count) => guardsGoal(measurements, count)),
  ].filter((goal) => goal !== undefined)
  return [
    table(['subject', 'connections', 'requests/s', 'p50 ms', 'p99 ms', 'CPU µs/request'], rows),
    ...(goals.length > 0 ? [table(GOAL_HEADINGS, goals.map(goalRow))] : []),
  ]
}
