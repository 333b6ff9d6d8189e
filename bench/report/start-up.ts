import { type Table, table } from '../../scripts/generate/benchmarks/table.ts'
import type { BundlePart } from '../questions/bundle-parts.ts'
import type { BundleSize } from '../questions/bundle-size.ts'
import type { Boots } from '../questions/start-up.ts'
import { GOAL_HEADINGS, goalRow } from './goal.ts'

/** What the Worker weighs and how fast it is there. */
type StartUp = Boots & {
  readonly bundle: BundleSize
  readonly parts: readonly BundlePart[]
  readonly startSeconds: number
}

export function startUpReport({ bundle, parts, hello, bare, uncalled, ours, startSeconds }: StartUp): readonly Table[] {
  const ownCpuMs = ours.cpuMs - bare.cpuMs
  const rows = [
    ['bundle, minified', bundle.minifiedKib, 'KiB'],
    ['`workerd serve` to first answer, a Worker that does nothing', hello.readyMs, 'ms'],
    ['`workerd serve` to first answer, ours', ours.readyMs, 'ms'],
    ['CPU until then, a Worker that does nothing', hello.cpuMs, 'ms'],
    ['CPU until then, a Worker that does nothing, with our objects and settings', bare.cpuMs, 'ms'],
    ['CPU until then, the same with all our code in a function that nothing calls', uncalled.cpuMs, 'ms'],
    ['CPU until then, ours', ours.cpuMs, 'ms'],
    ['start-up CPU of our code', ownCpuMs, 'ms'],
    ['· looking through its text', uncalled.cpuMs - bare.cpuMs, 'ms'],
    ['· compiling and running it, and the first request', ours.cpuMs - uncalled.cpuMs, 'ms'],
  ]
  const goals = [
    { what: 'Worker bundle, gzip', measured: bundle.gzipKib, goal: 200, unit: 'KiB', atMost: true },
    { what: 'start-up CPU of our code', measured: ownCpuMs, goal: 30, unit: 'ms', atMost: true },
    { what: 'ready after `npm start`', measured: startSeconds, goal: 5, unit: 's', atMost: true },
  ] as const
  return [
    table(['start', 'measured', 'unit'], rows),
    table(
      ['part of the bundle', 'minified KiB', 'gzip KiB that are not there without it'],
      parts.map(({ name, minifiedKib, gzipKib }) => [name, minifiedKib, gzipKib]),
    ),
    table(GOAL_HEADINGS, goals.map(goalRow)),
  ]
}
