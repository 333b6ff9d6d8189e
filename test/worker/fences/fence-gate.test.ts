import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Fences } from '../../../worker/domain/fences.ts'
import type { Ask } from '../../../worker/fences/contract.ts'
import { FenceGate } from '../../../worker/fences/fence-gate.ts'
import { fencesKeeperOf } from '../../../worker/platform/objects.ts'

const FENCES: Fences = { perMinute: 1_000, perRecipient: { messages: 3, seconds: 600 } }

/** A process of its own, which tells its keeper of what it accepted when `told` is awaited. */
function newProcess(environment = env, fences = FENCES) {
  const gate = new FenceGate()
  const work: Promise<void>[] = []
  const caller = { env: environment, fences, afterwards: (more: Promise<void>) => void work.push(more) }
  return {
    pass: async (organization: string, recipient: string) =>
      (await gate.pass(organization, newAsk(recipient), caller)).kind,
    passOf: async (organization: string, ask: Ask) => await gate.pass(organization, ask, caller),
    giveBack: (organization: string, ask: Ask) => gate.giveBack(organization, ask, caller),
    told: () => Promise.all(work),
  }
}

const newAsk = (recipient: string): Ask => ({ id: crypto.randomUUID(), messages: 1, recipients: [recipient] })

const usedBy = async (organization: string) => (await fencesKeeperOf(env, organization).state()).usedInMinute

/** A keeper that fails after a moment while it is away, and how often it was called. */
function failingKeeper() {
  const keeper = { isAway: true, calls: 0 }
  const FENCE_KEEPER = new Proxy(env.FENCE_KEEPER, {
    get: (target, name) => {
      if (keeper.isAway)
        return () => ({
          exchange: async () => {
            keeper.calls++
            await scheduler.wait(50)
            throw new Error('The keeper is away')
          },
        })
      const member: unknown = Reflect.get(target, name)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
  return { keeper, environment: { ...env, FENCE_KEEPER } }
}

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('the gate of a process', () => {
  it('lets one recipient have no more than the fence allows, with other processes beside it', async () => {
    const organization = crypto.randomUUID()
    const processes = [newProcess(), newProcess(), newProcess()]
    await fencesKeeperOf(env, organization).state()
    for (const { pass } of processes) await pass(organization, 'sms:+4799999999')
    const kinds = await Promise.all(
      Array.from({ length: 60 }, (_, index) => processes[index % 3]?.pass(organization, 'sms:+4799999999')),
    )
    expect(kinds.filter((kind) => kind === 'open')).toEqual([])
  })

  it('lets no more pass than a day has, whatever comes side by side', async () => {
    for (let round = 0; round < 20; round++) {
      const organization = crypto.randomUUID()
      const { pass } = newProcess(env, { perDay: 20 })
      let open = 0
      let sent = 0
      const client = async () => {
        while (sent++ < 60) if ((await pass(organization, `sms:${sent}`)) === 'open') open++
      }
      await Promise.all(Array.from({ length: 25 }, client))
      expect(open).toBe(20)
    }
  })

  it('tells the keeper of what it accepted without asking', async () => {
    const organization = crypto.randomUUID()
    const { pass, told } = newProcess()
    for (let index = 0; index < 20; index++) expect(await pass(organization, `sms:${index}`)).toBe('open')
    await told()
    expect(await fencesKeeperOf(env, organization).state()).toMatchObject({ organization, usedInMinute: 20 })
  })

  it('lets all pass while the keeper is away, and counts them when it is back', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const organization = crypto.randomUUID()
    const { keeper, environment } = failingKeeper()
    const { pass, told } = newProcess(environment)
    for (let index = 0; index < 10; index++) expect(await pass(organization, 'sms:+4799999999')).toBe('open')
    keeper.isAway = false
    await pass(organization, 'sms:+4799999998')
    await told()
    await expect.poll(() => usedBy(organization), { timeout: 20_000 }).toBe(11)
  })

  it('lets one request find out whether the keeper is back, and logs one line each time', async () => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const organization = crypto.randomUUID()
    const { keeper, environment } = failingKeeper()
    const { pass } = newProcess(environment)
    const sendMany = () => Promise.all(Array.from({ length: 20 }, (_, index) => pass(organization, `sms:${index}`)))
    expect(new Set(await sendMany())).toEqual(new Set(['open']))
    await scheduler.wait(500)
    expect(errors).toHaveBeenCalledTimes(1)
    keeper.calls = 0
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6_000 })
    expect(new Set(await sendMany())).toEqual(new Set(['open']))
    expect([keeper.calls, errors.mock.calls.length]).toEqual([1, 2])
  })

  it('does not count a replay that came while the keeper was away', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const organization = crypto.randomUUID()
    const { keeper, environment } = failingKeeper()
    const { passOf, giveBack, pass, told } = newProcess(environment)
    const replay = newAsk('sms:+4799999999')
    expect(await passOf(organization, replay)).toEqual({ kind: 'open', isCounted: true })
    giveBack(organization, replay)
    await scheduler.wait(500)
    keeper.isAway = false
    await pass(organization, 'sms:+4799999998')
    await told()
    await expect.poll(() => usedBy(organization), { timeout: 20_000 }).toBe(1)
  })

  it('keeps a message counted that other processes get again', async () => {
    const organization = crypto.randomUUID()
    const message = newAsk('sms:+4799999999')
    vi.useFakeTimers({ toFake: ['Date'] })
    const first = newProcess()
    expect(await first.passOf(organization, message)).toEqual({ kind: 'open', isCounted: true })
    for (let process = 0; process < 3; process++) {
      const other = newProcess()
      await other.pass(organization, `sms:${process}`)
      expect(await other.passOf(organization, message)).toEqual({ kind: 'open', isCounted: true })
      await other.told()
      other.giveBack(organization, message)
      await other.told()
    }
    expect(await usedBy(organization)).toBe(4)
  })
})
