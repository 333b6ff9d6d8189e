import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import type { Fences } from '../../../worker/domain/fences.ts'
import { FenceGate } from '../../../worker/fences/fence-gate.ts'
import { fencesKeeperOf } from '../../../worker/platform/objects.ts'

const FENCES: Fences = { perMinute: 1_000, perRecipient: { messages: 3, seconds: 600 } }

/** A process of its own, which tells its keeper of what it accepted when `told` is awaited. */
function newProcess(environment = env, fences = FENCES) {
  const gate = new FenceGate()
  const work: Promise<void>[] = []
  const caller = { env: environment, fences, afterwards: (more: Promise<void>) => void work.push(more) }
  return {
    pass: async (organization: string, recipient: string) => {
      const ask = { id: crypto.randomUUID(), messages: 1, recipients: [recipient] }
      return (await gate.pass(organization, ask, caller)).kind
    },
    told: () => Promise.all(work),
  }
}

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
    const organization = crypto.randomUUID()
    let isAway = true
    const FENCE_KEEPER = new Proxy(env.FENCE_KEEPER, {
      get: (target, name) => {
        if (isAway) throw new Error('The keeper is away')
        const member: unknown = Reflect.get(target, name)
        return typeof member === 'function' ? member.bind(target) : member
      },
    })
    const { pass, told } = newProcess({ ...env, FENCE_KEEPER })
    for (let index = 0; index < 10; index++) expect(await pass(organization, 'sms:+4799999999')).toBe('open')
    isAway = false
    await pass(organization, 'sms:+4799999998')
    await told()
    await expect
      .poll(async () => (await fencesKeeperOf(env, organization).state()).usedInMinute, { timeout: 20_000 })
      .toBe(11)
  })
})
