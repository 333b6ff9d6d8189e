/** How a call went, as far as it concerns the service: a refused recipient is not the service's failure. */
export type CallResult = 'success' | 'failure'

/** When a circuit opens, for how long, and what closes it again. */
export type CircuitPolicy = {
  /** Recent failures in a row that open it. */
  readonly failuresInARow: number
  /** Fewer failures in a row open it too, if they are spread over so long: by then no moment's trouble is left. */
  readonly failuresOverTime?: { readonly count: number; readonly ms: number }
  /** How old a failure may be to count. */
  readonly recentMs: number
  /** How long it stays open the first time. Each relapse doubles that. */
  readonly firstOpenMs: number
  readonly longestOpenMs: number
  /** How long it must stay closed for earlier relapses to be forgotten. */
  readonly steadyMs: number
  /** How long a probe may take before another may go. */
  readonly probeMs: number
  /** Probes in a row that must succeed before it closes. */
  readonly successesToClose: number
}

/**
 * Whether a service is called. `closed`: it is; `open`: it is not, until a time; `half-open`: one probe is out, and its
 * result decides.
 */
export type Circuit = {
  readonly state: 'closed' | 'open' | 'half-open'
  /** The latest results while closed, the newest last. */
  readonly results: readonly { readonly result: CallResult; readonly atMs: number }[]
  /** When an open circuit lets a probe through; when a probe counts as lost. */
  readonly untilMs: number
  readonly closedSinceMs: number
  /** How often it has opened without being steady in between. */
  readonly relapses: number
  /** Probes in a row that succeeded. */
  readonly successes: number
}

/** A service of which nothing is known is called. */
export const CLOSED: Circuit = {
  state: 'closed',
  results: [],
  untilMs: 0,
  closedSinceMs: 0,
  relapses: 0,
  successes: 0,
}

/** Doubled so often, any pause is longer than the longest. */
const MOST_DOUBLINGS = 20

function open(circuit: Circuit, nowMs: number, policy: CircuitPolicy): Circuit {
  const wasSteady = circuit.state === 'closed' && nowMs - circuit.closedSinceMs > policy.steadyMs
  const relapses = wasSteady ? 0 : circuit.relapses
  const openMs = Math.min(policy.firstOpenMs * 2 ** Math.min(relapses, MOST_DOUBLINGS), policy.longestOpenMs)
  return { ...circuit, state: 'open', results: [], untilMs: nowMs + openMs, relapses: relapses + 1, successes: 0 }
}

/** The recent failures since the last success. */
function latestFailures({ results }: Circuit, nowMs: number, { recentMs }: CircuitPolicy): Circuit['results'] {
  const failures = results.slice(results.findLastIndex(({ result }) => result === 'success') + 1)
  return failures.filter(({ atMs }) => nowMs - atMs <= recentMs)
}

/** How many recent calls in a row failed, while the circuit is closed. */
export const failuresInARow = (circuit: Circuit, nowMs: number, policy: CircuitPolicy): number =>
  latestFailures(circuit, nowMs, policy).length

function isFailing(circuit: Circuit, nowMs: number, policy: CircuitPolicy): boolean {
  const failures = latestFailures(circuit, nowMs, policy)
  if (failures.length >= policy.failuresInARow) return true
  const { failuresOverTime: over } = policy
  const firstMs = failures[0]?.atMs ?? nowMs
  return over !== undefined && failures.length >= over.count && nowMs - firstMs >= over.ms
}

/** The circuit after the result of a call. */
export function afterResult(circuit: Circuit, result: CallResult, nowMs: number, policy: CircuitPolicy): Circuit {
  if (circuit.state === 'closed') {
    const results = [...circuit.results, { result, atMs: nowMs }].slice(-policy.failuresInARow)
    const known = { ...circuit, results }
    return result === 'failure' && isFailing(known, nowMs, policy) ? open(known, nowMs, policy) : known
  }
  if (result === 'failure') return circuit.state === 'half-open' ? open(circuit, nowMs, policy) : circuit
  const successes = circuit.successes + 1
  if (successes < policy.successesToClose) return { ...circuit, state: 'open', untilMs: nowMs, successes }
  return { ...circuit, state: 'closed', results: [{ result, atMs: nowMs }], closedSinceMs: nowMs, successes: 0 }
}

/** The circuit after a call was let through; `undefined` where none may be made now. */
export function admit(circuit: Circuit, nowMs: number, { probeMs }: CircuitPolicy): Circuit | undefined {
  if (circuit.state === 'closed') return circuit
  return nowMs < circuit.untilMs ? undefined : { ...circuit, state: 'half-open', untilMs: nowMs + probeMs }
}
