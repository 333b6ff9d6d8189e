import { listDurableObjectIds, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { correspondenceRequestSchema } from '@straks/shared'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Caller } from '../../../worker/correspondence/caller.ts'
import { newCorrespondence } from '../../../worker/correspondence/new-correspondence.ts'
import { correspondenceOf } from '../../../worker/durable-objects/objects.ts'

const MS_PER_DAY = 86_400_000
const RETENTION_DAYS = Number(env.RETENTION_DAYS)

const SENDER: Caller = { organization: 'ttd', canWrite: true, canRead: false }
const RECIPIENT: Caller = { organization: undefined, canWrite: false, canRead: true }

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

async function created(publishInMs = MS_PER_DAY) {
  const correspondenceId = crypto.randomUUID()
  const object = correspondenceOf(env, correspondenceId)
  const requestedPublishTime = new Date(Date.now() + publishInMs).toISOString()
  const correspondence = { ...REQUEST.correspondence, requestedPublishTime }
  await object.create(
    newCorrespondence(
      { ...REQUEST, correspondence },
      {
        correspondenceId,
        organization: 'ttd',
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

/** Everything an object has stored, as text. */
const stored = (object: Awaited<ReturnType<typeof created>>): Promise<string> =>
  runInDurableObject(object, (_instance, { storage }) => JSON.stringify([...storage.kv.list()]))

/** Lets time pass, for the object too: it lives beside the test. */
function passTime(ms: number): void {
  const nowMs = Date.now() + ms
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(nowMs)
}

afterEach(() => {
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
    expect(await runInDurableObject(object, (_instance, { storage }) => storage.getAlarm())).toBeNull()
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
    expect(await stored(object)).not.toContain('Hemmelig.')
    expect(await stored(object)).toContain('Et hemmelig vedtak.')
  })

  it('forgets what it says the moment it is purged', async () => {
    const object = await created()
    expect((await object.purge(SENDER)).ok).toBe(true)
    const left = await stored(object)
    for (const secret of ['Et hemmelig vedtak.', 'Vedtak', 'Hemmelig.']) expect(left).not.toContain(secret)
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
    const object = await created(200 * 365 * MS_PER_DAY)
    for (let month = 0; month < 5; month++) {
      passTime(31 * MS_PER_DAY)
      expect(await runDurableObjectAlarm(object)).toBe(true)
    }
    expect(await object.look(SENDER)).toBeDefined()
    expect(await object.mayNotify('main')).toBe(false)
  })

  it('is not created twice', async () => {
    const object = await created()
    const sighting = await object.look(SENDER)
    expect(sighting).toBeDefined()
    if (!sighting?.message) return
    const { facts, lifecycle, message } = sighting
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
