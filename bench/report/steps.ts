import { type Table, table } from '../../scripts/generate/benchmarks/table.ts'
import type { StepCost } from '../questions/steps.ts'

/** Where a request's microseconds go: each step, how often a request does it, and the sum. */
export function stepsReport(costs: readonly StepCost[], httpUs: number): readonly Table[] {
  const rows = costs.map(({ name, cpuUs, elapsedUs, perRequest }) => [
    name,
    cpuUs,
    elapsedUs,
    perRequest === 0 ? '' : `${perRequest} ×`,
    perRequest === 0 ? '' : perRequest * cpuUs,
  ])
  const sum = costs.reduce((total, { cpuUs, perRequest }) => total + cpuUs * perRequest, httpUs)
  return [
    table(
      ['step', 'CPU µs', 'elapsed µs', 'per request', 'CPU µs per request'],
      [...rows, ['HTTP: a Worker that does nothing', httpUs, '', '1 ×', httpUs], ['sum', '', '', '', sum]],
    ),
  ]
}
