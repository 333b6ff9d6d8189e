import { type Table, table } from '../../scripts/generate/benchmarks/table.ts'
import type { Lint } from '../questions/lint.ts'
import { GOAL_HEADINGS, goalRow } from './goal.ts'

export function lintReport({ ours, peer, firstStart, start, bareStart, packageKib }: Lint): readonly Table[] {
  const rows = [
    ['full lint, the first of a process', ours.firstMs, peer.firstMs, 'ms'],
    ['full lint, median of the later ones', ours.fullMs, peer.fullMs, 'ms'],
    ['· its CPU, all threads', ours.fullCpuMs, peer.fullCpuMs, 'ms'],
    ['after one key, median', ours.keyMedianMs, peer.keyMedianMs, 'ms'],
    ['after one key, p99', ours.keyP99Ms, peer.keyP99Ms, 'ms'],
  ]
  const server = [
    ['start to first diagnostics, nothing compiled yet', firstStart.startMs, 'ms'],
    ['start to first diagnostics, later', start.startMs, 'ms'],
    ['start of Node that judges nothing', bareStart.startMs, 'ms'],
    ['memory then', start.memoryMib, 'MiB'],
    ['memory of Node that judges nothing', bareStart.memoryMib, 'MiB'],
  ]
  const goals = [
    { what: 'full lint', measured: ours.fullMs / peer.fullMs, goal: 1, unit: '× theirs', atMost: true },
    {
      what: 'full lint, the first of a process',
      measured: ours.firstMs / peer.firstMs,
      goal: 2,
      unit: '× theirs',
      atMost: true,
    },
    { what: 'lint after one key, p99', measured: ours.keyP99Ms, goal: 3, unit: 'ms', atMost: true },
    { what: 'memory at the first diagnostics', measured: start.memoryMib, goal: 64, unit: 'MiB', atMost: true },
    { what: 'start to first diagnostics', measured: start.startMs, goal: 100, unit: 'ms', atMost: true },
    { what: '`.vsix`', measured: packageKib, goal: 450, unit: 'KiB', atMost: true },
  ] as const
  return [
    table(['2 000 orders', 'ours', '`vscode-json-languageservice`', 'unit'], rows),
    table(['language server', 'measured', 'unit'], server),
    table(GOAL_HEADINGS, goals.map(goalRow)),
  ]
}
