import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { varsOf } from '../../scripts/generate/wrangler/vars.ts'
import type { Correspondences } from '../support/api/correspondences.ts'
import { eventually, pause } from '../support/api/eventually.ts'
import { Service } from '../support/api/service.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'

const GENERIC = { notificationTemplate: 'GenericAltinnMessage', notificationChannel: 'Email' }
const REMINDING = { ...GENERIC, sendReminder: true }

const NOTIFICATION_DELAY_MS = 3_000
const REMINDER_DELAY_MS = 6_000

/** Long enough for whatever might still be sent to have been sent. */
const OVER_MS = NOTIFICATION_DELAY_MS + REMINDER_DELAY_MS + 2_000

/** How much later than planned a message may arrive on a busy machine. */
const LATE_MS = 20_000

let server: DevServer
let api: Correspondences

beforeAll(async () => {
  const vars = {
    NOTIFICATION_DELAY_SECONDS: String(NOTIFICATION_DELAY_MS / 1_000),
    REMINDER_DELAY_SECONDS: String(REMINDER_DELAY_MS / 1_000),
    SMS_WINDOW: '00:00-24:00',
  }
  server = await startDevServer({ vars })
  api = await Service.at(server).correspondences()
})
afterAll(() => server.stop())

const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString()

describe.concurrent('a message', () => {
  it('is published, its recipient notified, and reminded because it is not read', async () => {
    const id = await api.send(REMINDING)
    const [main, reminder] = await api.settles(id, ['delivered', 'delivered'])
    const publishedAt = Date.parse(String(Object(await api.details(id)).published))
    const [first, second, ...more] = await api.arrived(id)
    expect(more).toEqual([])
    expect([first?.to, first?.shipmentId, second?.shipmentId]).toEqual(['rask.elg@example.com', main?.id, reminder?.id])
    const afterMs = Date.parse(first?.receivedAt ?? '') - publishedAt
    expect(afterMs).toBeGreaterThanOrEqual(NOTIFICATION_DELAY_MS)
    expect(afterMs).toBeLessThan(NOTIFICATION_DELAY_MS + LATE_MS)
    const laterMs = Date.parse(second?.receivedAt ?? '') - publishedAt - NOTIFICATION_DELAY_MS
    expect(laterMs).toBeGreaterThanOrEqual(REMINDER_DELAY_MS)
    expect(laterMs).toBeLessThan(REMINDER_DELAY_MS + LATE_MS)
    expect([first?.subject, second?.subject]).toEqual([
      'En melding har blitt mottatt i Altinn',
      'Påminnelse - en melding har blitt mottatt i Altinn',
    ])
  })

  it('that is marked as read gets no reminder', async () => {
    const id = await api.send(REMINDING)
    await api.settles(id, ['delivered', 'planned'])
    expect((await api.act('POST', id, 'markasread')).status).toBe(200)
    await api.settles(id, ['delivered', 'cancelled'])
    await pause(REMINDER_DELAY_MS + 1_000)
    expect(await api.arrived(id)).toHaveLength(1)
  })

  it('whose content is fetched gets no reminder', async () => {
    const id = await api.send(REMINDING)
    await api.settles(id, ['delivered', 'planned'])
    expect(await api.content(id)).toBe('Her er vedtaket.')
    await api.settles(id, ['delivered', 'cancelled'])
  })

  it('that is confirmed but not read is reminded of', async () => {
    const id = await api.send(REMINDING)
    await api.settles(id, ['delivered', 'planned'])
    await api.act('POST', id, 'confirm')
    await api.settles(id, ['delivered', 'delivered'])
  })

  it('that is read before anyone was told is told of once', async () => {
    const id = await api.send(REMINDING)
    await api.reaches(id, 'Published')
    await api.act('POST', id, 'markasread')
    await api.settles(id, ['delivered', 'cancelled'])
  })

  it('that is deleted before publication is never told of, and the details say so', async () => {
    const id = await api.send(REMINDING, { requestedPublishTime: inMs(5_000) })
    expect((await api.act('DELETE', id, 'purge')).status).toBe(200)
    const notified = await api.settles(id, ['cancelled', 'cancelled'])
    expect(notified.map(({ isReminder }) => isReminder)).toEqual([false, true])
    await pause(OVER_MS)
    expect(await api.arrived(id)).toEqual([])
    expect(await api.statusOf(id)).toBe('PurgedByAltinn')
  })

  it('that is thrown away after publication is not told of any more', async () => {
    const id = await api.send(REMINDING)
    await api.reaches(id, 'Published')
    expect((await api.act('DELETE', id, 'purge')).status).toBe(200)
    await api.settles(id, ['cancelled', 'cancelled'])
    await pause(OVER_MS)
    expect(await api.arrived(id)).toEqual([])
  })

  it('whose publication fails is never told of', async () => {
    const number = '26818099001'
    const person = { name: 'Nils Nordmann', email: 'nils@example.com' }
    await Service.at(server).putParty(`persons/${number}`, person)
    const id = await api.send(REMINDING, { requestedPublishTime: inMs(5_000) }, [number])
    await Service.at(server).putParty(`persons/${number}`, { ...person, reserved: true })
    await api.reaches(id, 'Failed')
    await pause(OVER_MS)
    expect(await api.arrived(id)).toEqual([])
    await api.settles(id, ['cancelled', 'cancelled'])
  })

  it('to somebody without contact information is published all the same, and the details say so', async () => {
    const custom = { customRecipients: [{ emailAddress: 'kari@example.com' }] }
    const id = await api.send({ ...GENERIC, ...custom }, {}, ['0192:312469146'])
    const notified = await api.settles(id, ['missingContact', 'delivered'])
    expect(notified.map(({ recipient }) => recipient)).toEqual([
      { organizationNumber: '312469146' },
      { emailAddress: 'kari@example.com' },
    ])
    expect(await api.statusOf(id)).toBe('Published')
  })

  it('to somebody nobody knows is published all the same', async () => {
    const id = await api.send(GENERIC, {}, ['0192:123456789'])
    await api.settles(id, ['missingContact'])
    expect(await api.statusOf(id)).toBe('Published')
  })

  it.each([
    ['bounced', 'Email_Failed_Bounced'],
    ['invalidformat', 'Email_Failed_InvalidEmailFormat'],
  ])('whose e-mail to %s fails says so: %s', async (whose, status) => {
    const customRecipients = [{ emailAddress: `${whose}@simulator.test` }]
    // Of its own organisation: what came back once is not written to again.
    const of = await Service.at(server).correspondences(`org-${crypto.randomUUID().slice(0, 8)}`)
    const id = await of.send({ ...GENERIC, customRecipients, overrideRegisteredContactInformation: true })
    const [failed] = await of.settles(id, ['failed'])
    expect(failed?.notificationStatusDetails).toMatchObject({
      email: { id: failed?.id, succeeded: false, sendStatus: { status } },
    })
  })

  it('is read in the very moments around its reminder, and is reminded of at most once', async () => {
    await Promise.all(
      Array.from({ length: 8 }, async (_, index) => {
        const id = await api.send(REMINDING)
        const [main] = await api.settles(id, ['delivered', 'planned'])
        const dueAt = Date.parse(String(main?.requestedSendTime)) + REMINDER_DELAY_MS
        await pause(Math.max(0, dueAt - Date.now() + (index - 4) * 20))
        await api.act('POST', id, 'markasread')
        const [, reminder] = await eventually(
          () => api.notifications(id),
          ([, { status } = {}]) => status === 'cancelled' || status === 'delivered',
        )
        const reminders = (await api.arrived(id)).length - 1
        expect(reminders).toBe(reminder?.status === 'delivered' ? 1 : 0)
      }),
    )
  })
})

describe('a register that is away', () => {
  const available = (is: boolean) =>
    fetch(`${server.url}/dev/register/availability`, { method: 'PUT', body: JSON.stringify({ available: is }) })

  it('refuses no message and loses no notification: it waits, and then has its names', async () => {
    await available(false)
    try {
      const id = await api.send(GENERIC, {}, ['08900499559'])
      await api.reaches(id, 'Published')
      await pause(NOTIFICATION_DELAY_MS + 1_000)
      expect(await api.arrived(id)).toEqual([])
      await available(true)
      await api.settles(id, ['delivered'])
      expect((await api.arrived(id))[0]?.body).toContain('Ola Nordmann har mottatt en ny melding')
    } finally {
      await available(true)
    }
  })
})

describe('a service that is killed', () => {
  it('publishes and notifies once after it starts again, and keeps what was taken back', async () => {
    const persistTo = await mkdtemp(join(tmpdir(), 'straks-crash-'))
    const vars = { NOTIFICATION_DELAY_SECONDS: '5', REMINDER_DELAY_SECONDS: '2' }
    let killed = await startDevServer({ persistTo, vars })
    try {
      const before = await Service.at(killed).correspondences()
      const ids = await Promise.all([
        before.send(REMINDING, { requestedPublishTime: inMs(1_500) }),
        before.send(REMINDING),
        before.send(REMINDING, { requestedPublishTime: inMs(1_500) }),
      ])
      const [waiting = '', out = '', gone = ''] = ids
      await before.act('DELETE', gone, 'purge')
      await killed.kill()
      killed = await startDevServer({ persistTo, vars })
      const after = await Service.at(killed).correspondences()
      for (const id of [waiting, out]) {
        await after.settles(id, ['delivered', 'delivered'])
        expect(await after.arrived(id)).toHaveLength(2)
      }
      await after.settles(gone, ['cancelled', 'cancelled'])
      expect(await after.arrived(gone)).toEqual([])
    } finally {
      await killed.kill()
      await rm(persistTo, { recursive: true, force: true, maxRetries: 5 })
    }
  })
})

describe('the settings', () => {
  it('send a reminder after 7 days in production and after 1 day elsewhere, a notification after 5 minutes', () => {
    const delays = (['development', 'production'] as const).map((environment) => {
      const vars = varsOf(environment)
      return [vars.get('NOTIFICATION_DELAY_SECONDS'), vars.get('REMINDER_DELAY_SECONDS')]
    })
    expect(delays).toEqual([
      ['300', String(86_400)],
      ['300', String(7 * 86_400)],
    ])
  })
})
