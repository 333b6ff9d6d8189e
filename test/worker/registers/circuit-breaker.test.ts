import { describe, expect, it } from 'vitest'
import {
  admit,
  afterAnswer,
  afterFailure,
  type Circuit,
  CLOSED,
  FAILURES_BEFORE_OPEN,
  OPEN_MS,
  PROBE_MS,
} from '../../../worker/registers/circuit-breaker.ts'

const T0 = 1_800_000_000_000

/** A circuit after so many failures in a row. */
function failed(times: number, nowMs = T0): Circuit {
  let circuit = CLOSED
  for (let count = 0; count < times; count++) circuit = afterFailure(circuit, nowMs)
  return circuit
}

const isAsked = (circuit: Circuit, nowMs: number) => admit(circuit, nowMs) !== undefined

describe('a circuit', () => {
  it('lets calls through at first, as many as there are', () => {
    expect(admit(CLOSED, T0)).toEqual(CLOSED)
  })

  it('stays closed until the last failure but one', () => {
    expect(isAsked(failed(FAILURES_BEFORE_OPEN - 1), T0)).toBe(true)
    expect(isAsked(failed(FAILURES_BEFORE_OPEN), T0)).toBe(false)
  })

  it('counts failures in a row: an answer between them begins anew', () => {
    expect(afterFailure(afterAnswer(), T0)).toEqual({ state: 'closed', failures: 1 })
  })

  it('lets one probe through when its time is over, and nobody else while that is out', () => {
    const open = failed(FAILURES_BEFORE_OPEN)
    expect(isAsked(open, T0 + OPEN_MS - 1)).toBe(false)
    const probing = admit(open, T0 + OPEN_MS)
    expect(probing?.state).toBe('probing')
    expect(isAsked(probing ?? CLOSED, T0 + OPEN_MS)).toBe(false)
    expect(isAsked(probing ?? CLOSED, T0 + OPEN_MS + PROBE_MS - 1)).toBe(false)
  })

  it('closes when the probe is answered', () => {
    expect(afterAnswer()).toEqual(CLOSED)
  })

  it('opens for the whole time again when the probe fails', () => {
    const probing = admit(failed(FAILURES_BEFORE_OPEN), T0 + OPEN_MS) ?? CLOSED
    const failedAtMs = T0 + OPEN_MS + 2_000
    expect(afterFailure(probing, failedAtMs)).toEqual({ state: 'open', untilMs: failedAtMs + OPEN_MS })
  })

  it('lets another probe through where one never reports', () => {
    const probing = admit(failed(FAILURES_BEFORE_OPEN), T0 + OPEN_MS) ?? CLOSED
    expect(isAsked(probing, T0 + OPEN_MS + PROBE_MS)).toBe(true)
  })

  it('is not kept open by calls from before it opened', () => {
    const open = failed(FAILURES_BEFORE_OPEN)
    expect(afterFailure(open, T0 + 1_900)).toEqual(open)
  })
})
