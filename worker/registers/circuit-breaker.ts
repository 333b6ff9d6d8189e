/**
 * Whether a service is asked at all. `closed`: it is; `open`: it is not, until a time; `probing`: one call is out to see
 * whether it is back. A probe that never reports, because its worker ended, makes room for another.
 */
export type Circuit =
  | { readonly state: 'closed'; readonly failures: number }
  | { readonly state: 'open'; readonly untilMs: number }
  | { readonly state: 'probing'; readonly untilMs: number }

/** One failure is an accident and two may be; five in a row are an outage. */
export const FAILURES_BEFORE_OPEN = 5

/** Long enough to spare a service that is down, short enough to notice soon that it is back. */
export const OPEN_MS = 10_000

/** How long a probe may be out before another may go; more than any call takes. */
export const PROBE_MS = 5_000

export const CLOSED: Circuit = { state: 'closed', failures: 0 }

/** The circuit after a call was let through; `undefined` where none may be made now. */
export function admit(circuit: Circuit, nowMs: number): Circuit | undefined {
  if (circuit.state === 'closed') return circuit
  return nowMs < circuit.untilMs ? undefined : { state: 'probing', untilMs: nowMs + PROBE_MS }
}

/** The circuit after a call that was answered, whatever the answer: the service lives. */
export const afterAnswer = (): Circuit => CLOSED

/** The circuit after a call that was not answered. */
export function afterFailure(circuit: Circuit, nowMs: number): Circuit {
  switch (circuit.state) {
    case 'closed': {
      const failures = circuit.failures + 1
      return failures < FAILURES_BEFORE_OPEN ? { state: 'closed', failures } : open(nowMs)
    }
    case 'probing':
      return open(nowMs)
    case 'open':
      // A call from before it opened: it tells nothing new, and must not keep it open for longer.
      return circuit
  }
}

const open = (nowMs: number): Circuit => ({ state: 'open', untilMs: nowMs + OPEN_MS })
