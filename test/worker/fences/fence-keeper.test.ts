import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Ask, Exchange } from '../../../worker/fences/contract.ts'
import { FenceKeeper } from '../../../worker/fences/fence-keeper.ts'
import { deskOf } from '../../../worker/platform/objects.ts'

const T0 = Date.UTC(2031, 0, 1)
const MINUTE_MS = 60_000
/** Longer than what is counted takes to be written. */
const WRITTEN_MS = 200

afterEach(() => {
  vi.useRealTimers()
})

/** Time as the object sees it. Alarms are rung by hand. */
function at(ms: number): void {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(ms)
}

const message = (): Ask => ({ id: crypto.randomUUID(), messages: 1, recipients: ['+4791000001'] })

const exchange = (organization: string, asked: readonly Ask[]): Exchange => ({
  organization,
  fences: { perRecipient: { messages: 1, seconds: 600 } },
  accepted: [],
  returned: [],
  asked,
  refusedCountries: 0,
})

const stub = (organization: string) => env.FENCE_KEEPER.getByName(organization)

describe('a keeper of fences that refuses', () => {
  it('tells the desk whose they are, though nothing of it was ever accepted', async () => {
    const organization = `refused-${crypto.randomUUID()}`
    await stub(organization).exchange({ ...exchange(organization, []), refusedCountries: 1 })
    await vi.waitFor(async () => expect(await deskOf(env).refusedSince(0, 10)).toContain(organization))
    expect(await deskOf(env).refusedSince(Date.now() + 1, 10)).toEqual([])
  })
})

describe('a keeper of fences that is woken by its alarm alone', () => {
  it('still knows whom a message went to within the window, and forgets it after a day', async () => {
    const organization = `woken-${crypto.randomUUID()}`
    await runInDurableObject(stub(organization), async (first, ctx) => {
      at(T0)
      const { decisions } = await first.exchange(exchange(organization, [message()]))
      expect(decisions).toMatchObject([{ kind: 'open' }])
      await scheduler.wait(WRITTEN_MS)
      at(T0 + 5 * MINUTE_MS)
      await new FenceKeeper(ctx, env).alarm()
      const woken = await new FenceKeeper(ctx, env).exchange(exchange(organization, [message()]))
      expect(woken.decisions).toMatchObject([{ kind: 'closed', fence: 'perRecipient' }])
      at(T0 + 25 * 60 * MINUTE_MS)
      await new FenceKeeper(ctx, env).alarm()
      expect(ctx.storage.sql.exec('SELECT * FROM takes').toArray()).toEqual([])
    })
  })

  it('wakes once in a quarter of an hour where only the day is left to grow old', async () => {
    const organization = `quiet-${crypto.randomUUID()}`
    await runInDurableObject(stub(organization), async (first, ctx) => {
      at(T0)
      await first.exchange(exchange(organization, [message()]))
      await scheduler.wait(WRITTEN_MS)
      at(T0 + 11 * MINUTE_MS)
      await first.alarm()
      expect(await ctx.storage.getAlarm()).toBe(T0 + 26 * MINUTE_MS)
    })
  })
})

describe('the count of a day', () => {
  const toOne = (recipient: string): Ask => ({ ...message(), recipients: [recipient] })

  it('is written whole where a quarter of an hour begins in between', async () => {
    const organization = `quarter-${crypto.randomUUID()}`
    await runInDurableObject(stub(organization), async (first, ctx) => {
      at(T0 + 15 * MINUTE_MS - 1)
      await first.exchange(exchange(organization, [toOne('a'), toOne('b')]))
      at(T0 + 15 * MINUTE_MS)
      await first.exchange(exchange(organization, [toOne('c')]))
      await scheduler.wait(WRITTEN_MS)
      expect(new FenceKeeper(ctx, env).state().usedInDay).toBe(3)
    })
  })

  it('is written as it is at last where something is taken back and more is counted', async () => {
    const organization = `back-${crypto.randomUUID()}`
    await runInDurableObject(stub(organization), async (first, ctx) => {
      at(T0)
      const [one, other] = [toOne('a'), toOne('b')]
      await first.exchange(exchange(organization, [one]))
      await first.exchange({ ...exchange(organization, []), returned: [one] })
      await first.exchange(exchange(organization, [other, toOne('c')]))
      await scheduler.wait(WRITTEN_MS)
      expect(new FenceKeeper(ctx, env).state().usedInDay).toBe(2)
    })
  })
})

describe('a keeper of fences with a row that cannot be read', () => {
  it.each(['no JSON', 'null', '{}', '7', '[7,null,{}]', ''])('goes on counting: %j', async (spoilt) => {
    const organization = `spoilt-${crypto.randomUUID()}`
    await runInDurableObject(stub(organization), async (first, ctx) => {
      await first.exchange(exchange(organization, [message()]))
      await scheduler.wait(WRITTEN_MS)
      ctx.storage.sql.exec('INSERT INTO takes (at_ms, messages, recipients) VALUES (?, 3, ?)', Date.now(), spoilt)
      ctx.storage.sql.exec("INSERT INTO trips VALUES ('constructor', 1, 0, 0, 0)")
      const woken = new FenceKeeper(ctx, env)
      expect(woken.state()).toMatchObject({ usedInMinute: 4, trips: [] })
      const { decisions } = await woken.exchange(exchange(organization, [message()]))
      expect(decisions).toMatchObject([{ kind: 'closed', fence: 'perRecipient' }])
    })
  })
})
