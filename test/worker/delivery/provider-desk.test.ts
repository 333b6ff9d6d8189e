import { describe, expect, it } from 'vitest'
import { ProviderDesk } from '../../../worker/delivery/provider-desk.ts'
import type { Sign } from '../../../worker/domain/provider-health.ts'

const PATIENCE = { slowMs: 200, mostUnheard: 16, waitMs: 100 }

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** A provider that answers as it is told to, or when it is told to. */
class FakeProvider {
  asked = 0
  /** `undefined`: it hangs. */
  answer: Sign | undefined = 'well'
  delayMs = 0
  readonly #hung: ((sign: Sign) => void)[] = []

  readonly call = async (): Promise<Sign> => {
    this.asked++
    const { answer, delayMs } = this
    if (delayMs > 0) await wait(delayMs)
    return answer ?? new Promise((resolve) => this.#hung.push(resolve))
  }

  /** Answers all that hangs. */
  release(sign: Sign): void {
    for (const resolve of this.#hung.splice(0)) resolve(sign)
  }
}

const read = (sign: Sign): Sign => sign

function setUp() {
  const provider = new FakeProvider()
  const desk = new ProviderDesk('fake', PATIENCE)
  const tryCall = () => desk.tryCall(provider.call, read)
  return { provider, desk, tryCall, burst: (count: number) => Promise.all(Array.from({ length: count }, tryCall)) }
}

/** A desk whose provider has just been taken out. */
async function setUpOut() {
  const all = setUp()
  all.provider.answer = 'ill'
  for (let count = 0; count < 10; count++) await all.tryCall()
  expect(all.desk.isUp).toBe(false)
  all.provider.asked = 0
  return all
}

/** A little longer than the first pause before a trial. */
const PAUSE_MS = 2_050

describe('a desk', () => {
  it('lets a burst through to a provider that is well, however long it is', async () => {
    const { provider, burst } = setUp()
    provider.delayMs = 30
    expect(await burst(200)).toEqual(Array(200).fill('well'))
    expect(provider.asked).toBe(200)
  })

  it('hands over no more than sixteen messages to a provider that says nothing, and keeps nobody for long', async () => {
    const { provider, tryCall, burst } = setUp()
    provider.answer = undefined
    const startedAtMs = Date.now()
    const first = burst(16)
    expect(await burst(50)).toEqual(Array(50).fill(undefined))
    expect(Date.now() - startedAtMs).toBeLessThan(PATIENCE.slowMs)
    expect(await tryCall()).toBeUndefined()
    expect(provider.asked).toBe(16)
    provider.release('ill')
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
    await wait(PATIENCE.waitMs + 50)
    expect(provider.asked).toBeLessThanOrEqual(16)
    provider.release('ill')
  })

  it('counts those that failed and those that are open together', async () => {
    const { provider, tryCall, burst } = setUp()
    provider.answer = 'ill'
    for (let count = 0; count < 9; count++) await tryCall()
    provider.answer = undefined
    void burst(50)
    await wait(PATIENCE.waitMs + 50)
    expect(provider.asked).toBe(16)
    provider.release('ill')
  })

  it('passes over a provider whose answers are good but slow', async () => {
    const { provider, desk, burst, tryCall } = setUp()
    provider.delayMs = PATIENCE.slowMs + 50
    expect(await burst(12)).toEqual(Array(12).fill('well'))
    expect(desk.isUp).toBe(false)
    expect(await tryCall()).toBeUndefined()
  })

  it('tries one message after a pause, and passes on the others meanwhile', async () => {
    const { provider, burst } = await setUpOut()
    await wait(PAUSE_MS)
    const answers = await burst(20)
    expect(provider.asked).toBe(1)
    expect(answers.filter((answer) => answer !== undefined)).toEqual(['ill'])
  })

  it('gives a provider all messages again after three trials that went well', async () => {
    const { provider, desk, tryCall, burst } = await setUpOut()
    await wait(PAUSE_MS)
    provider.answer = 'well'
    for (let trial = 0; trial < 3; trial++) expect(await tryCall()).toBe('well')
    expect(desk.isUp).toBe(true)
    expect(await burst(20)).toEqual(Array(20).fill('well'))
  })

  it('does not take a provider back for what it says of messages that it has had since before', async () => {
    const { provider, desk, burst, tryCall } = setUp()
    provider.answer = undefined
    const open = burst(6)
    provider.answer = 'ill'
    for (let count = 0; count < 10; count++) await tryCall()
    provider.release('well')
    await open
    expect(desk.isUp).toBe(false)
  })

  it('makes every call where there is nobody else, and notices all the same when the provider is well again', async () => {
    const { provider, desk } = await setUpOut()
    for (let count = 0; count < 20; count++) expect(await desk.call(provider.call, read)).toBe('ill')
    await wait(PAUSE_MS)
    provider.answer = 'well'
    for (let count = 0; count < 20; count++) expect(await desk.call(provider.call, read)).toBe('well')
    expect(desk.isUp).toBe(true)
  })

  it('is not held up by a call that threw', async () => {
    const { desk, burst } = setUp()
    const fail = () => desk.tryCall(() => Promise.reject(new Error('a bug')), read)
    for (let count = 0; count < 40; count++) await expect(fail()).rejects.toThrow('a bug')
    expect(await burst(5)).toEqual(Array(5).fill('well'))
  })
})
