import { describe, expect, it } from 'vitest'
import { CircuitBreaker } from '../../../worker/platform/circuit-breaker.ts'
import { REGISTER_CIRCUIT } from '../../../worker/registers/altinn/guarded-service.ts'

const { failuresInARow: FAILURES, firstOpenMs: OPEN_MS, probeMs: PROBE_MS } = REGISTER_CIRCUIT

/** A register's breaker with a clock that stands still unless it is told to go on. */
function setUp(failures = 0) {
  let nowMs = 1_800_000_000_000
  const breaker = new CircuitBreaker(REGISTER_CIRCUIT, () => nowMs)
  for (let count = 0; count < failures; count++) breaker.record(breaker.admitAnyway(), 'failure')
  return {
    breaker,
    pass: (ms: number) => {
      nowMs += ms
    },
  }
}

describe('a circuit breaker', () => {
  it('lets calls through at first, as many as there are', () => {
    const { breaker } = setUp()
    for (let count = 0; count < 100; count++) expect(breaker.admit()).toEqual({ isProbe: false })
  })

  it('stays closed until the last failure but one', () => {
    expect(setUp(FAILURES - 1).breaker.admit()).toBeDefined()
    expect(setUp(FAILURES).breaker.admit()).toBeUndefined()
  })

  it('counts failures in a row: a success between them begins anew', () => {
    const { breaker } = setUp(FAILURES - 1)
    breaker.record(breaker.admitAnyway(), 'success')
    breaker.record(breaker.admitAnyway(), 'failure')
    expect([breaker.state, breaker.failuresInARow]).toEqual(['closed', 1])
  })

  it('lets one probe through when its time is over, and no other call while that is out', () => {
    const { breaker, pass } = setUp(FAILURES)
    pass(OPEN_MS - 1)
    expect(breaker.admit()).toBeUndefined()
    pass(1)
    expect(breaker.admit()).toEqual({ isProbe: true })
    expect(breaker.state).toBe('half-open')
    expect(breaker.admit()).toBeUndefined()
    pass(PROBE_MS - 1)
    expect(breaker.admit()).toBeUndefined()
  })

  it('closes when the probe succeeds', () => {
    const { breaker, pass } = setUp(FAILURES)
    pass(OPEN_MS)
    breaker.record(breaker.admitAnyway(), 'success')
    expect(breaker.state).toBe('closed')
  })

  it('opens for the whole time again when the probe fails', () => {
    const { breaker, pass } = setUp(FAILURES)
    pass(OPEN_MS)
    const probe = breaker.admitAnyway()
    pass(2_000)
    breaker.record(probe, 'failure')
    pass(OPEN_MS - 1)
    expect(breaker.admit()).toBeUndefined()
    pass(1)
    expect(breaker.admit()).toBeDefined()
  })

  it('lets another probe through where one never reports', () => {
    const { breaker, pass } = setUp(FAILURES)
    pass(OPEN_MS)
    breaker.admit()
    pass(PROBE_MS)
    expect(breaker.admit()).toEqual({ isProbe: true })
  })

  it('is neither kept open nor closed by calls from before it opened', () => {
    const { breaker, pass } = setUp()
    const before = [breaker.admitAnyway(), breaker.admitAnyway()] as const
    for (let count = 0; count < FAILURES; count++) breaker.record(breaker.admitAnyway(), 'failure')
    pass(1_900)
    expect(breaker.record(before[0], 'failure')).toBe(false)
    expect(breaker.record(before[1], 'success')).toBe(false)
    expect(breaker.state).toBe('open')
    pass(OPEN_MS - 1_900)
    expect(breaker.admit()).toBeDefined()
  })
})
