import { type Table, table } from '../../scripts/generate/benchmarks/table.ts'
import type { KeyTimes } from '../lint/linter.ts'
import type { Lint } from '../questions/lint.ts'
import { GOAL_HEADINGS, goalRow } from './goal.ts'

export function lintReport(lint: Lint): readonly Table[] {
  const { ours, peer, firstStart, start, bareStart, openMemoryMib, packageKib, serverKeys, largeKeys } = lint
  const rows = [
    ['full lint, the first of a process', ours.firstMs, peer.firstMs, 'ms'],
    ['full lint, median of the later ones', ours.fullMs, peer.fullMs, 'ms'],
    ['· its CPU, all threads', ours.fullCpuMs, peer.fullCpuMs, 'ms'],
    ['the worst list: every rule in its turn', ours.worstMs, peer.worstMs, 'ms'],
    ['· its CPU, all threads', ours.worstCpuMs, peer.worstCpuMs, 'ms'],
    ['· what is said of it', ours.worstFindings, peer.worstFindings, 'findings'],
    ['after one key, median', ours.keys.medianMs, peer.keys.medianMs, 'ms'],
    ['after one key, p99', ours.keys.p99Ms, peer.keys.p99Ms, 'ms'],
    ['· without the collector, p99', ours.keysBeside.p99Ms, peer.keysBeside.p99Ms, 'ms'],
  ]
  const row = (what: string, { medianMs, p99Ms }: KeyTimes) => [what, medianMs, p99Ms]
  const keys = [
    row('2 000 orders: the packed server', serverKeys.ours),
    row('2 000 orders: Node that answers as much and judges nothing', serverKeys.bare),
    row('15 700 orders, 10 MB: the packed server', largeKeys.ours),
    row('15 700 orders: Node that answers as much and judges nothing', largeKeys.bare),
    row(
      '15 700 orders: `vscode-languageserver-textdocument` alone, the file as one text, in its process',
      largeKeys.text,
    ),
    row('15 700 orders: `vscode-json-languageservice`, in its process', largeKeys.peer),
  ]
  const server = [
    ['start to first diagnostics, nothing compiled yet', firstStart.startMs, 'ms'],
    ['start to first diagnostics, later', start.startMs, 'ms'],
    ['start of Node that judges nothing', bareStart.startMs, 'ms'],
    ['memory then', start.memoryMib, 'MiB'],
    ['memory of Node that judges nothing', bareStart.memoryMib, 'MiB'],
    ['memory with 2 000 orders open, at rest', openMemoryMib.ours, 'MiB'],
    ["memory of Node with the protocol's library that keeps them and judges nothing", openMemoryMib.library, 'MiB'],
  ]
  const goals = [
    { what: 'full lint', measured: ours.fullMs / peer.fullMs, goal: 1, unit: '× theirs', atMost: true },
    {
      what: 'full lint, the next goal',
      measured: ours.fullMs / peer.fullMs,
      goal: 0.7,
      unit: '× theirs',
      atMost: true,
    },
    {
      what: 'the worst list',
      measured: ours.worstMs / peer.worstMs,
      goal: 3,
      unit: '× theirs',
      atMost: true,
    },
    {
      what: 'full lint, the first of a process',
      measured: ours.firstMs / peer.firstMs,
      goal: 2,
      unit: '× theirs',
      atMost: true,
    },
    { what: 'lint after one key, p99', measured: ours.keys.p99Ms, goal: 3, unit: 'ms', atMost: true },
    { what: 'a key over the connection, p99', measured: serverKeys.ours.p99Ms, goal: 3, unit: 'ms', atMost: true },
    { what: 'a key in 10 MB, p99', measured: largeKeys.ours.p99Ms, goal: 20, unit: 'ms', atMost: true },
    { what: 'memory at the first diagnostics', measured: start.memoryMib, goal: 64, unit: 'MiB', atMost: true },
    { what: 'memory with 2 000 orders open', measured: openMemoryMib.ours, goal: 64, unit: 'MiB', atMost: true },
    { what: 'start to first diagnostics', measured: start.startMs, goal: 100, unit: 'ms', atMost: true },
    { what: '`.vsix`', measured: packageKib, goal: 450, unit: 'KiB', atMost: true },
  ] as const
  return [
    table(['2 000 orders', 'ours', '`vscode-json-languageservice`', 'unit'], rows),
    table(['from a key sent to its diagnostics received', 'median ms', 'p99 ms'], keys),
    table(['language server', 'measured', 'unit'], server),
    table(GOAL_HEADINGS, goals.map(goalRow)),
  ]
}
