import { describe, expect, it } from 'vitest'
import { ProviderCircuit } from '../../../worker/delivery/provider-circuit.ts'
import type { CallResult } from '../../../worker/platform/circuit.ts'

const LIMITS = { slowMs: 200, inFlight: 16, waitMs: 100 }

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** A provider that answers as it is told to, or when it is told to. */
class FakeProvider {
  asked = 0
  /** `undefined`: it hangs. */
  answer: CallResult | undefined = 'success'
  delayMs = 0
  readonly #hung: ((result: CallResult) => void)[] = []

  readonly call = async (): Promise<CallResult> => {
    this.asked++
    const { answer, delayMs } = this
    if (delayMs > 0) await wait(delayMs)
    return answer ?? new Promise((resolve) => this.#hung.push(resolve))
  }

  /** Answers all that hangs. */
  release(result: CallResult): void {
    for (const resolve of this.#hung.splice(0)) resolve(result)
  }
}

const judge = (result: CallResult): CallResult => result

function setUp() {
  const provider = new FakeProvider()
  const circuit = new ProviderCircuit('fake', LIMITS)
  const tryCall = () => circuit.tryCall(provider.call, judge)
  return { provider, circuit, tryCall, burst: (count: number) => Promise.all(Array.from({ length: count }, tryCall)) }
}

/** A provider whose circuit has just opened. */
async function setUpOut() {
  const all = setUp()
  all.provider.answer = 'failure'
  for (let count = 0; count < 10; count++) await all.tryCall()
  expect(all.circuit.state).not.toBe('closed')
  all.provider.asked = 0
  return all
}

/** A little longer than the first pause before a trial. */
const PAUSE_MS = 2_050

describe('the circuit of a provider', () => {
  it('lets a burst through to a provider that is well, however long it is', async () => {
    const { provider, burst } = setUp()
    provider.delayMs = 30
    expect(await burst(200)).toEqual(Array(200).fill('success'))
    expect(provider.asked).toBe(200)
  })

  it('hands over no more than sixteen messages to a provider that says nothing, and keeps nobody for long', async () => {
    const { provider, tryCall, burst } = setUp()
    provider.answer = undefined
    const startedAtMs = Date.now()
    const first = burst(16)
    expect(await burst(50)).toEqual(Array(50).fill(undefined))
    expect(Date.now() - startedAtMs).toBeLessThan(LIMITS.slowMs)
    expect(await tryCall()).toBeUndefined()
    expect(provider.asked).toBe(16)
    provider.release('failure')
    await first
  })

  it('hands over no more than that to one that says nothing after it has answered many, some of them still open', async () => {
    const { provider, burst } = setUp()
    provider.delayMs = 20
    await burst(100)
    provider.answer = undefined
    provider.delayMs = 0
    provider.asked = 0
    void burst(100)
    await wait(LIMITS.waitMs + 50)
    expect(provider.asked).toBeLessThanOrEqual(16)
    provider.release('failure')
  })

  it('counts those that failed and those that are open together', async () => {
    const { provider, tryCall, burst } = setUp()
    provider.answer = 'failure'
    for (let count = 0; count < 9; count++) await tryCall()
    provider.answer = undefined
    void burst(50)
    await wait(LIMITS.waitMs + 50)
    expect(provider.asked).toBe(16)
    provider.release('failure')
  })

  it('passes over a provider whose answers are good but slow', async () => {
    const { provider, circuit, burst, tryCall } = setUp()
    provider.delayMs = LIMITS.slowMs + 50
    expect(await burst(12)).toEqual(Array(12).fill('success'))
    expect(circuit.state).not.toBe('closed')
    expect(await tryCall()).toBeUndefined()
  })

  it('tries one message after a pause, and passes on the others meanwhile', async () => {
    const { provider, burst } = await setUpOut()
    await wait(PAUSE_MS)
    const answers = await burst(20)
    expect(provider.asked).toBe(1)
    expect(answers.filter((answer) => answer !== undefined)).toEqual(['failure'])
  })

  it('gives a provider all messages again after three trials that went well', async () => {
    const { provider, circuit, tryCall, burst } = await setUpOut()
    await wait(PAUSE_MS)
    provider.answer = 'success'
    for (let trial = 0; trial < 3; trial++) expect(await tryCall()).toBe('success')
    expect(circuit.state).toBe('closed')
    expect(await burst(20)).toEqual(Array(20).fill('success'))
  })

  it('does not take a provider back for what it says of messages that it has had since before', async () => {
    const { provider, circuit, burst, tryCall } = setUp()
    provider.answer = undefined
    const open = burst(6)
    provider.answer = 'failure'
    for (let count = 0; count < 10; count++) await tryCall()
    provider.release('success')
    await open
    expect(circuit.state).not.toBe('closed')
  })

  it('makes every call where there is nobody else, and notices all the same when the provider is well again', async () => {
    const { provider, circuit } = await setUpOut()
    for (let count = 0; count < 20; count++) expect(await circuit.call(provider.call, judge)).toBe('failure')
    await wait(PAUSE_MS)
    provider.answer = 'success'
    for (let count = 0; count < 20; count++) expect(await circuit.call(provider.call, judge)).toBe('success')
    expect(circuit.state).toBe('closed')
  })

  it('is not held up by a call that threw', async () => {
    const { circuit, burst } = setUp()
    const fail = () => circuit.tryCall(() => Promise.reject(new Error('a bug')), judge)
    for (let count = 0; count < 40; count++) await expect(fail()).rejects.toThrow('a bug')
    expect(await burst(5)).toEqual(Array(5).fill('success'))
  })
})
