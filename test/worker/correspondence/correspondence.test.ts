import { evictDurableObject, listDurableObjectIds, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { correspondenceRequestSchema } from '@straks/shared'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { newCorrespondence } from '../../../worker/correspondence/new-correspondence.ts'
import { asSender, type Caller } from '../../../worker/correspondence/roles-of-caller.ts'
import { OrderLedger } from '../../../worker/ledger/order-ledger.ts'
import { parseConfig } from '../../../worker/platform/config.ts'
import { boxFor } from '../../../worker/platform/content-box-of.ts'
import { correspondenceOf } from '../../../worker/platform/objects.ts'

const MS_PER_DAY = 86_400_000
const RETENTION_DAYS = Number(env.RETENTION_DAYS)

const SENDER = asSender('ttd')
const RECIPIENT: Caller = {
  organization: undefined,
  organizationNumber: '313756270',
  person: undefined,
  canWrite: false,
  canRead: true,
  readsAll: false,
}

const REQUEST = correspondenceRequestSchema().parse({
  correspondence: {
    resourceId: 'example',
    sendersReference: 'case-1',
    content: { messageTitle: 'Vedtak', messageBody: 'Et hemmelig vedtak.' },
    notification: {
      notificationTemplate: 'GenericAltinnMessage',
      notificationChannel: 'Email',
      emailBody: 'Hemmelig.',
    },
  },
  recipients: ['0192:313756270'],
})

async function created({ publishInMs = MS_PER_DAY, sendReminder = false } = {}) {
  const correspondenceId = crypto.randomUUID()
  const object = correspondenceOf(env, correspondenceId)
  const requestedPublishTime = new Date(Date.now() + publishInMs).toISOString()
  const notification = REQUEST.correspondence.notification && { ...REQUEST.correspondence.notification, sendReminder }
  const correspondence = { ...REQUEST.correspondence, notification, requestedPublishTime }
  await object.create(
    newCorrespondence(
      { ...REQUEST, correspondence },
      {
        correspondenceId,
        organization: 'ttd',
        senderNumber: undefined,
        recipient: { kind: 'organization', number: '313756270' },
        isReserved: false,
        attachments: [],
        nowMs: Date.now(),
        traceId: 'trace',
      },
    ),
  )
  return object
}

/** What the object has stored, with its texts opened. */
const stored = (object: Awaited<ReturnType<typeof created>>): Promise<string> =>
  runInDurableObject(object, async (_instance, ctx) => {
    const box = boxFor(ctx, env, parseConfig(env))
    await ctx.blockConcurrencyWhile(async () => undefined)
    const parts = [...ctx.storage.kv.list()].map(([key, part]) => [
      key,
      typeof part === 'string' ? box.open(part) : part,
    ])
    return JSON.stringify(parts)
  })

const alarmOf = (object: Awaited<ReturnType<typeof created>>) =>
  runInDurableObject(object, (_instance, { storage }) => storage.getAlarm())

/** Lets time pass, for the object too: it lives beside the test. */
function passTime(ms: number): void {
  const nowMs = Date.now() + ms
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(nowMs)
}

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('a correspondence', () => {
  it('writes nothing where it is not known, whatever is asked', async () => {
    const object = correspondenceOf(env, crypto.randomUUID())
    expect(await object.look(SENDER)).toBeUndefined()
    expect(await object.mayNotify('main')).toBe(false)
    expect((await object.read(RECIPIENT)).ok).toBe(false)
    expect((await object.confirm(RECIPIENT)).ok).toBe(false)
    expect((await object.purge(SENDER)).ok).toBe(false)
    expect(await object.isKnown()).toBe(false)
    expect(await stored(object)).toBe('[]')
    expect(await alarmOf(object)).toBeNull()
  })

  it('is published by its alarm', async () => {
    const object = await created()
    passTime(MS_PER_DAY)
    await runDurableObjectAlarm(object)
    expect(
      Object(await object.look(RECIPIENT)).lifecycle.history.map(({ status }: { status: string }) => status),
    ).toContain('Published')
  })

  it('is published for who asks at the very moment, even where the alarm is late', async () => {
    const object = await created()
    passTime(MS_PER_DAY)
    expect(await object.look(RECIPIENT)).toBeDefined()
    expect(await object.mayNotify('main')).toBe(true)
  })

  it('keeps the words of its notification until the ledgers have them', async () => {
    const object = await created()
    expect(await stored(object)).toContain('Hemmelig.')
    passTime(MS_PER_DAY)
    await runDurableObjectAlarm(object)
    // The platform may have begun the alarm itself, and is then not waited for.
    await expect.poll(() => stored(object)).not.toContain('Hemmelig.')
    expect(await stored(object)).toContain('Et hemmelig vedtak.')
  })

  it('forgets what it says the moment it is purged', async () => {
    const object = await created()
    expect((await object.purge(SENDER)).ok).toBe(true)
    const left = await stored(object)
    for (const secret of ['Et hemmelig vedtak.', 'Vedtak', 'Hemmelig.']) expect(left).not.toContain(secret)
  })

  it('has its reminder taken back soon where that failed once, however long ago it was published', async () => {
    const object = await created({ publishInMs: 0, sendReminder: true })
    await runDurableObjectAlarm(object)
    await expect.poll(() => stored(object)).toContain('finished')
    passTime(6 * MS_PER_DAY)
    const withdraw = vi.spyOn(OrderLedger.prototype, 'withdraw').mockRejectedValueOnce(new Error('out of reach'))
    expect((await object.read(RECIPIENT)).ok).toBe(true)
    await runDurableObjectAlarm(object)
    // The platform may have begun the alarm itself, and is then not waited for.
    await expect.poll(() => alarmOf(object)).toBeGreaterThan(Date.now() + 2_000)
    expect(withdraw).toHaveBeenCalled()
    expect(await alarmOf(object)).toBeLessThan(Date.now() + 60_000)
  })

  it('is forgotten whole when the time is over, and not before', async () => {
    const object = await created()
    await object.purge(SENDER)
    passTime(RETENTION_DAYS * MS_PER_DAY - 1_000)
    await runDurableObjectAlarm(object)
    expect(await object.look(SENDER)).toBeDefined()
    passTime(1_000)
    await runDurableObjectAlarm(object)
    expect(await object.look(SENDER)).toBeUndefined()
    expect(await stored(object)).toBe('[]')
  })

  it('is remembered while it waits for a publication in the far future', async () => {
    const object = await created({ publishInMs: 200 * 365 * MS_PER_DAY })
    for (let month = 0; month < 5; month++) {
      passTime(31 * MS_PER_DAY)
      expect(await runDurableObjectAlarm(object)).toBe(true)
    }
    expect(await object.look(SENDER)).toBeDefined()
    expect(await object.mayNotify('main')).toBe(false)
  })

  it('is not created twice', async () => {
    const object = await created()
    const view = await object.look(SENDER)
    expect(view).toBeDefined()
    if (!view?.message) return
    const { facts, lifecycle, message } = view
    const again = { facts: { ...facts, organization: 'other' }, message, lifecycle, notification: undefined }
    expect(await object.create(again)).toBe('known')
    expect(await object.look(SENDER)).toBeDefined()
  })
})

describe('the objects of correspondences', () => {
  it('have names that tell nobody anything', async () => {
    const ids = await listDurableObjectIds(env.CORRESPONDENCE)
    expect(ids.length).toBeGreaterThan(0)
    for (const { name } of ids) expect(name ?? '').not.toMatch(/313756270|ttd/)
  })
})

describe('a correspondence whose state cannot be read', () => {
  const spoil = (object: Awaited<ReturnType<typeof created>>, key: string, value: unknown) =>
    runInDurableObject(object, (_instance, { storage }) => storage.kv.put(key, value))

  it.each([
    ['lifecycle', { history: 'none' }],
    ['lifecycle', 'x'],
    ['lifecycle', { history: [], publishAtMs: 0, hasNotification: true, placement: 'none', withdrawn: 'nothing' }],
    ['notification', { phases: 'x' }],
    ['facts', {}],
    ['version', 99],
  ])('does not stop its alarm for ever: %s', async (key, value) => {
    const object = await created()
    await spoil(object, key, value)
    await evictDurableObject(object)
    passTime(MS_PER_DAY)
    await runDurableObjectAlarm(object)
    expect(await alarmOf(object)).toBeGreaterThanOrEqual(Date.now())
  })

  it('is done again when a later version can read it', async () => {
    const object = await created()
    await spoil(object, 'version', 99)
    await evictDurableObject(object)
    passTime(MS_PER_DAY)
    await runDurableObjectAlarm(object)
    await spoil(object, 'version', 1)
    passTime(3_600_000)
    await runDurableObjectAlarm(object)
    expect(await object.mayNotify('main')).toBe(true)
  })
})
