import { describe, expect, it } from 'vitest'
import { PROVIDER_CIRCUIT } from '../../../worker/delivery/provider-circuit.ts'
import { admit, afterResult, type CallResult, type Circuit, CLOSED } from '../../../worker/platform/circuit.ts'

const T0 = 1_000_000

const observe = (circuit: Circuit, result: CallResult, nowMs: number) =>
  afterResult(circuit, result, nowMs, PROVIDER_CIRCUIT)

/** The circuit with a probe out. */
function probe(circuit: Circuit, nowMs: number): Circuit {
  const admitted = admit(circuit, nowMs, PROVIDER_CIRCUIT)
  if (!admitted) throw new Error('No probe may go now')
  return admitted
}

const isAdmitted = (circuit: Circuit, nowMs: number) => admit(circuit, nowMs, PROVIDER_CIRCUIT) !== undefined

/** Lets a provider answer so often, so far apart. */
function afterResults(circuit: Circuit, result: CallResult, count: number, apartMs = 10, fromMs = T0): Circuit {
  let next = circuit
  for (let index = 0; index < count; index++) next = observe(next, result, fromMs + index * apartMs)
  return next
}

describe('the circuit of a provider', () => {
  it('is out after ten failures in a row', () => {
    expect(afterResults(CLOSED, 'failure', 9).state).toBe('closed')
    expect(afterResults(CLOSED, 'failure', 10).state).toBe('open')
  })

  it('is out within five seconds where there is little to send', () => {
    const circuit = afterResults(CLOSED, 'failure', 4, 1_000)
    expect(circuit.state).toBe('open')
  })

  it('is out where there is so little to send that its failures are minutes apart from anything else', () => {
    expect(afterResults(CLOSED, 'failure', 3, 20_000).state).toBe('open')
    expect(afterResults(CLOSED, 'failure', 100, 40_000).state).toBe('closed')
  })

  it('stays up through a moment’s trouble', () => {
    expect(afterResults(CLOSED, 'failure', 9, 100).state).toBe('closed')
  })

  it('stays up while every now and then a message fails', () => {
    let circuit = CLOSED
    for (let index = 0; index < 1_000; index++) {
      circuit = observe(circuit, index % 4 === 0 ? 'success' : 'failure', T0 + index * 100)
      expect(circuit.state).toBe('closed')
    }
  })

  it('is not out for a single recipient who is tried again and again, with others in between', () => {
    let circuit = CLOSED
    for (let index = 0; index < 100; index++) {
      circuit = observe(circuit, 'failure', T0 + index * 2_000)
      circuit = observe(circuit, 'success', T0 + index * 2_000 + 1)
    }
    expect(circuit.state).toBe('closed')
  })

  it('that is out gets nothing until its pause is over, then one message', () => {
    const out = afterResults(CLOSED, 'failure', 10)
    expect(isAdmitted(out, T0 + 1_000)).toBe(false)
    expect(isAdmitted(probe(out, out.untilMs), out.untilMs + 1)).toBe(false)
  })

  it('comes back after three trials that went well, not after one', () => {
    let circuit = afterResults(CLOSED, 'failure', 10)
    let nowMs = circuit.untilMs
    for (const state of ['open', 'open', 'closed']) {
      circuit = observe(probe(circuit, nowMs), 'success', ++nowMs)
      expect(circuit.state).toBe(state)
    }
  })

  it('waits twice as long after each trial that fails, at most a quarter of a minute', () => {
    let circuit = afterResults(CLOSED, 'failure', 10)
    const pauses: number[] = []
    for (let round = 0; round < 6; round++) {
      const nowMs = circuit.untilMs
      circuit = observe(probe(circuit, nowMs), 'failure', nowMs)
      pauses.push(circuit.untilMs - nowMs)
    }
    expect(pauses).toEqual([4_000, 8_000, 15_000, 15_000, 15_000, 15_000])
  })

  it('that fails again soon after it came back is out for longer', () => {
    let circuit = afterResults(CLOSED, 'failure', 10)
    let nowMs = circuit.untilMs
    for (let trial = 0; trial < 3; trial++) circuit = observe(probe(circuit, nowMs), 'success', ++nowMs)
    const relapsed = afterResults(circuit, 'failure', 10, 10, nowMs + 1)
    expect(relapsed.untilMs - (nowMs + 1 + 90)).toBe(4_000)
  })

  it('that has worked for a minute is given the short pause again', () => {
    let circuit = afterResults(CLOSED, 'failure', 10)
    let nowMs = circuit.untilMs
    for (let trial = 0; trial < 3; trial++) circuit = observe(probe(circuit, nowMs), 'success', ++nowMs)
    const later = nowMs + 61_000
    const relapsed = afterResults(circuit, 'failure', 10, 10, later)
    expect(relapsed.untilMs - (later + 90)).toBe(2_000)
  })

  it('gets another trial where the last one told nothing', () => {
    const out = afterResults(CLOSED, 'failure', 10)
    expect(isAdmitted(probe(out, out.untilMs), out.untilMs + 5_000)).toBe(true)
  })
})
