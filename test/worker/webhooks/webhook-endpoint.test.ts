import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { feedOf, webhookOf } from '../../../worker/platform/objects.ts'
import { WebhookEndpoint } from '../../../worker/webhooks/webhook-endpoint.ts'

const RECEIVER = 'https://receiver.example/hook'

/** The numbers of the feed that have been posted, and what is answered. */
let posted: number[] = []
let status = 204
/** A receiver that takes note. */
const receives = () =>
  vi.stubGlobal('fetch', async (_url: string, { body }: { body: string }) => {
    posted.push(JSON.parse(body).data.sequenceNumber)
    return new Response(null, { status })
  })

beforeEach(() => {
  posted = []
  status = 204
  receives()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** An organisation with a webhook and a feed of so many entries. */
async function endpointWith(entries: number) {
  const organization = crypto.randomUUID()
  const [feed, id] = [feedOf(env, organization), crypto.randomUUID()]
  const endpoint = webhookOf(env, organization, id)
  await endpoint.create({ id, organization, url: RECEIVER, cursor: 0 })
  const atMs = Date.now()
  const members = Array.from({ length: entries }, (_, index) => ({
    atMs,
    shipmentId: `s${index}`,
    mayBeThere: false,
    entry: JSON.stringify({ shipmentId: `s${index}`, lastUpdate: new Date(atMs).toISOString() }),
  }))
  await feed.append({ source: '0', firstSequence: 1, entries: members })
  return { endpoint, feed }
}

describe('a webhook', () => {
  it('passes over entries of the feed that cannot be read, and delivers those around them', async () => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { endpoint, feed } = await endpointWith(5)
    await runInDurableObject(feed, (_instance, { storage }) => {
      storage.sql.exec(`UPDATE entries SET members = '"shipmentId":' WHERE sequence_number IN (1, 3)`)
      storage.sql.exec(`UPDATE entries SET members = '"lastUpdate":1}' WHERE sequence_number = 4`)
    })
    await endpoint.poke()
    await expect
      .poll(async () => {
        await runDurableObjectAlarm(endpoint)
        return endpoint.view()
      })
      .toMatchObject({ cursor: 5, waiting: 0, state: 'enabled' })
    expect(posted.sort()).toEqual([2, 5])
    const said = errors.mock.calls.map(([line]) => JSON.parse(String(line)))
    const unreadable = said.filter(({ event }) => event === 'webhook-entry-unreadable')
    expect(unreadable.map(({ sequenceNumber }) => sequenceNumber).sort()).toEqual([1, 3, 4])
  })

  it('comes again where the feed could not be read, though nothing waits', async () => {
    const { endpoint, feed } = await endpointWith(1)
    await runInDurableObject(feed, (_instance, { storage }) => storage.sql.exec('ALTER TABLE entries RENAME TO away'))
    await endpoint.poke()
    await runDurableObjectAlarm(endpoint)
    const alarm = () => runInDurableObject(endpoint, (_instance, { storage }) => storage.getAlarm())
    await expect.poll(alarm).not.toBeNull()
    await runInDurableObject(feed, (_instance, { storage }) => storage.sql.exec('ALTER TABLE away RENAME TO entries'))
    await runDurableObjectAlarm(endpoint)
    await expect.poll(() => posted).toEqual([1])
  })

  it('skips nothing where a replay names a number that the feed does not have yet', async () => {
    const { endpoint } = await endpointWith(2)
    await endpoint.replay(99_999_999)
    await expect
      .poll(async () => {
        await runDurableObjectAlarm(endpoint)
        return endpoint.view()
      })
      .toMatchObject({ cursor: 2, waiting: 0 })
    expect(posted.sort()).toEqual([1, 2])
  })

  it.each([
    ['a replay', [2, 3], (endpoint: DurableObjectStub<WebhookEndpoint>) => endpoint.replay(1)],
    [
      'being enabled',
      [1, 2, 3],
      (endpoint: DurableObjectStub<WebhookEndpoint>) => endpoint.change({ isEnabled: true }),
    ],
    [
      'a new address',
      [1, 2, 3],
      (endpoint: DurableObjectStub<WebhookEndpoint>) => endpoint.change({ url: `${RECEIVER}2` }),
    ],
  ])('delivers at once after %s what would have waited for hours', async (_name, numbers, act) => {
    const { endpoint } = await endpointWith(3)
    status = 503
    await endpoint.poke()
    await expect
      .poll(async () => {
        await runDurableObjectAlarm(endpoint)
        return posted.length
      })
      .toBe(3)
    await runInDurableObject(endpoint, (_instance, { storage }) =>
      storage.sql.exec('UPDATE deliveries SET attempts = 9, due_ms = due_ms + 50000000'),
    )
    posted = []
    status = 204
    await act(endpoint)
    await expect
      .poll(async () => {
        await runDurableObjectAlarm(endpoint)
        return posted.toSorted()
      })
      .toEqual(numbers)
  })

  describe.each([
    ['503', 503, {}],
    ['410', 410, {}],
    ['Retry-After', 503, { 'retry-after': '86400' }],
  ])('whose receiver hangs, and answers at last: %s', (_name, late, headers) => {
    /** One whose first attempt, or last, hangs. `answered` lets the receiver answer, and waits until that is heard. */
    async function hangingAt(attempts: number) {
      const { endpoint } = await endpointWith(1)
      await endpoint.poke()
      await expect.poll(() => posted).toEqual([1])
      const receiver = Promise.withResolvers<void>()
      let asked = 0
      vi.stubGlobal('fetch', async () => {
        if (asked++ > 0) return new Response(null, { status: 204 })
        await receiver.promise
        return new Response(null, { status: late, headers })
      })
      await runInDurableObject(endpoint, (_instance, { storage }) =>
        storage.sql.exec("INSERT INTO deliveries VALUES ('2', NULL, '{}', ?, 0, 0)", attempts),
      )
      await endpoint.poke()
      const hanging = runDurableObjectAlarm(endpoint)
      await expect.poll(() => asked).toBe(1)
      const answered = async () => {
        receiver.resolve()
        await hanging
      }
      return { endpoint, answered }
    }

    it.each([0, 12])('delivers at once what its owner has done something about: attempt %i', async (attempts) => {
      for (const act of [
        async (endpoint: DurableObjectStub<WebhookEndpoint>) => endpoint.change({ url: `${RECEIVER}2` }),
        async (endpoint: DurableObjectStub<WebhookEndpoint>) => {
          await endpoint.change({ isEnabled: false })
          await endpoint.change({ isEnabled: true })
        },
      ]) {
        posted = []
        vi.unstubAllGlobals()
        receives()
        const { endpoint, answered } = await hangingAt(attempts)
        await act(endpoint)
        await answered()
        await expect.poll(() => endpoint.view()).toMatchObject({ waiting: 0, state: 'enabled' })
      }
    })

    it('wakes no more once it is deleted', async () => {
      const { endpoint, answered } = await hangingAt(0)
      const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined)
      await endpoint.remove()
      await answered()
      // What its alarm does after that.
      await scheduler.wait(300)
      expect(await runInDurableObject(endpoint, (_instance, { storage }) => storage.getAlarm())).toBeNull()
      expect(errors).not.toHaveBeenCalled()
    })
  })

  it('signs with every secret that it had within the last day', async () => {
    const { endpoint } = await endpointWith(0)
    const signatures: number[] = []
    vi.stubGlobal('fetch', async (_url: string, { headers }: { headers: Record<string, string> }) => {
      signatures.push(String(headers['webhook-signature']).split(' ').length)
      return new Response(null, { status: 204 })
    })
    const tell = async (key: string) => {
      await endpoint.notify(key, '{}')
      await expect
        .poll(async () => {
          await runDurableObjectAlarm(endpoint)
          return endpoint.view()
        })
        .toMatchObject({ waiting: 0 })
    }
    await endpoint.rotateSecret()
    await tell('once')
    await endpoint.rotateSecret()
    await tell('twice')
    vi.useFakeTimers({ now: Date.now() + 86_400_000, toFake: ['Date'] })
    await endpoint.rotateSecret()
    await tell('a day later')
    for (let nth = 0; nth < 20; nth++) await endpoint.rotateSecret()
    await tell('many times')
    expect(signatures).toEqual([2, 3, 2, 8])
  })

  it('tells of an event once, though its provider tells of it again later', async () => {
    const { endpoint } = await endpointWith(0)
    const tell = async (key: string, sequenceNumber: number) => {
      await endpoint.notify(key, JSON.stringify({ data: { sequenceNumber } }))
      await expect
        .poll(async () => {
          await runDurableObjectAlarm(endpoint)
          return endpoint.view()
        })
        .toMatchObject({ waiting: 0 })
    }
    await tell('bounced.a.hard', 1)
    await tell('bounced.a.hard', 1)
    await tell('bounced.a.complaint', 2)
    await tell('bounced.a.hard', 1)
    expect(posted).toEqual([1, 2])
  })
})

describe('a webhook that cannot be read', () => {
  it.each([{}, 'a text', 7, { url: RECEIVER }, [], { id: 1 }])(
    'is shown as such, stops no one, and can be deleted: %j',
    async (spoilt) => {
      const organization = crypto.randomUUID()
      const id = crypto.randomUUID()
      const endpoint = webhookOf(env, organization, id)
      await runInDurableObject(endpoint, (_instance, { storage }) => storage.kv.put('endpoint', spoilt))
      const store = await runInDurableObject(endpoint, async (_instance, ctx) => {
        const read = new WebhookEndpoint(ctx, env)
        const told = {
          view: read.view(),
          notified: await read.notify('key', '{}'),
          erased: read.erase({ kind: 'phone', value: '+4799999999' }),
          changed: await read.change({ isEnabled: true }),
        }
        await read.poke()
        await read.alarm()
        return { ...told, removed: await read.remove(), after: read.view() }
      })
      expect(store).toMatchObject({
        view: { state: 'disabled', disabledReason: 'unreadable', waiting: 0 },
        notified: false,
        erased: 0,
        changed: undefined,
        removed: true,
        after: undefined,
      })
    },
  )
})
