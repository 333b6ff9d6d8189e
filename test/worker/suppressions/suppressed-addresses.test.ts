import { env } from 'cloudflare:workers'
import { describe, expect, it, vi } from 'vitest'
import { suppressionsOf } from '../../../worker/platform/objects.ts'
import { SuppressedAddresses } from '../../../worker/suppressions/suppressed-addresses.ts'
import { countingLists } from './counting-lists.ts'

const GONE = 'gone@example.net'
const HERE = 'here@example.net'

/** A list is used for a second before it is asked whether it has changed. */
const OUTDATED_MS = 1_100

/** An organisation whose list has one address. */
async function suppressor(): Promise<string> {
  const organization = `suppressor-${crypto.randomUUID().slice(0, 8)}`
  await suppressionsOf(env, organization).add(organization, GONE, 'hard-bounce')
  return organization
}

const many = <Value>(ask: () => Promise<Value>): Promise<readonly Value[]> =>
  Promise.all(Array.from({ length: 20 }, ask))

describe('what a process knows of the addresses that are not mailed', () => {
  it('is asked for by each where nothing is known yet, so that none is mailed meanwhile', async () => {
    const organization = await suppressor()
    const known = new SuppressedAddresses()
    const answers = await many(() => known.among(env, organization, [GONE, HERE]))
    expect(answers).toEqual(answers.map(() => new Set([GONE])))
  })

  it('ends with the suppression, though the list has not changed', async () => {
    const organization = await suppressor()
    const known = new SuppressedAddresses()
    expect(await known.among(env, organization, [GONE])).toEqual(new Set([GONE]))
    const list = suppressionsOf(env, organization)
    const [{ untilMs = 0 } = {}] = await list.list()
    vi.useFakeTimers({ now: untilMs - 1, toFake: ['Date'] })
    try {
      expect(await known.among(env, organization, [GONE])).toEqual(new Set([GONE]))
      vi.setSystemTime(untilMs)
      expect(await known.among(env, organization, [GONE])).toEqual(new Set())
    } finally {
      vi.useRealTimers()
    }
  })

  it('is what an object with the code of the deployment before names, until one says more', async () => {
    const organization = await suppressor()
    const list = suppressionsOf(env, organization)
    let asked = 0
    const before = new Proxy(env.SUPPRESSION_LIST, {
      get: (real, member) =>
        member === 'getByName'
          ? () => ({
              snapshot: async (knownVersion: number) => {
                asked += 1
                const { ends: _, ...news } = (await list.snapshot(knownVersion)) ?? {}
                return 'version' in news ? news : undefined
              },
            })
          : Reflect.get(real, member),
    })
    const known = new SuppressedAddresses()
    const mixed: Env = { ...env, SUPPRESSION_LIST: before }
    expect(await known.among(mixed, organization, [GONE, HERE])).toEqual(new Set([GONE]))
    await new Promise((resolve) => setTimeout(resolve, OUTDATED_MS))
    expect(await known.among(mixed, organization, [GONE, HERE])).toEqual(new Set([GONE]))
    expect(asked).toBe(2)
  })

  it('holds up no mail where it does not answer', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const silent = new Proxy(env.SUPPRESSION_LIST, {
      get: (real, member) =>
        member === 'getByName'
          ? () => ({ snapshot: () => new Promise<never>(() => undefined) })
          : Reflect.get(real, member),
    })
    const known = new SuppressedAddresses()
    const asked = known.among({ ...env, SUPPRESSION_LIST: silent }, await suppressor(), [GONE])
    const answer = await Promise.race([asked, scheduler.wait(10_000)])
    vi.restoreAllMocks()
    expect(answer).toEqual(new Set())
  })

  it('keeps whose wish a suppression is, whatever comes back later', async () => {
    const organization = await suppressor()
    const list = suppressionsOf(env, organization)
    const reason = async () => (await list.find(GONE))?.reason
    await list.add(organization, GONE, 'operator')
    expect(await reason()).toBe('operator')
    await list.add(organization, GONE, 'hard-bounce')
    expect(await reason()).toBe('operator')
  })

  it('is asked for by one of many that come together once it is outdated', async () => {
    const organization = await suppressor()
    const { counted, asked } = countingLists(env)
    const known = new SuppressedAddresses()
    await known.refresh(counted, organization)
    await new Promise((resolve) => setTimeout(resolve, OUTDATED_MS))
    const answers = await many(() => known.among(counted, organization, [GONE, HERE]))
    expect(answers).toEqual(answers.map(() => new Set([GONE])))
    expect(asked).toEqual([organization, organization])
  })
})
