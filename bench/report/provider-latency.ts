import { type Table, table } from '../../scripts/generate/benchmarks/table.ts'
import type { ProviderLatency } from '../questions/provider-latency.ts'
import { GOAL_HEADINGS, goalRow } from './goal.ts'

/** How soon the provider is called, and whether that is soon enough. */
export function providerLatencyReport({ messages, fromSent, fromAccepted }: ProviderLatency): readonly Table[] {
  const rows = [
    ['accepted by the ledger', messages, fromAccepted.p50Ms, fromAccepted.p99Ms],
    ['sent by the client', messages, fromSent.p50Ms, fromSent.p99Ms],
  ]
  const goal = {
    what: 'accepted → provider, p99',
    measured: fromAccepted.p99Ms,
    goal: 100,
    unit: 'ms',
    atMost: true,
  } as const
  return [
    table(['from the moment a message is', 'messages', 'p50 ms', 'p99 ms'], rows),
    table(GOAL_HEADINGS, [goalRow(goal)]),
  ]
}
