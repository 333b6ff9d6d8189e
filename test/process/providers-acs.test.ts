import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { json, serveLocally } from '../client/local-server.ts'
import { listIn } from '../support/api/answer.ts'
import type { Client } from '../support/api/client.ts'
import { until } from '../support/api/eventually.ts'
import { Service } from '../support/api/service.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'
import { ACCESS_KEY, AcsService } from './providers/acs-service.ts'
import { codesOf } from './providers/codes.ts'
import { mail } from './providers/mail.ts'

const REPORTS = '/notifications/email/api/v1/reports'
const REPORT_KEY = 'en hemmelig nøkkel til rapporter'
const HTML = '<p>Koden er <b>428516</b> – æøå 😀</p>'

const acs = new AcsService()
let service: DevServer
let client: Client
/** How much the service prints before anything is sent: it names settings and shows an example. */
let startUpLength = 0

const report = (messageId: string, status: string | null, why = 'DestinationMailboxFull') => ({
  id: crypto.randomUUID(),
  topic: '/subscriptions/x/resourceGroups/x/providers/microsoft.communication/communicationservices/x',
  subject: `sender/noreply@altinn.no/message/${messageId}`,
  data: {
    sender: 'noreply@altinn.no',
    recipient: 'ola.nordmann@example.com',
    messageId,
    status,
    deliveryStatusDetails: { statusMessage: `${why} for ola.nordmann@example.com` },
    deliveryAttemptTimeStamp: new Date().toISOString().replace('Z', '5749+00:00'),
  },
  eventType: 'Microsoft.Communication.EmailDeliveryReportReceived',
  dataVersion: '1.0',
  metadataVersion: '1',
  eventTime: new Date().toISOString(),
})

async function post(events: unknown, key: { header?: string; query?: string } = { query: REPORT_KEY }) {
  const query = key.query === undefined ? '' : `?${new URLSearchParams({ key: key.query })}`
  const response = await fetch(service.url + REPORTS + query, {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'aeg-event-type': 'Notification',
      ...(key.header !== undefined && { 'straks-report-key': key.header }),
    },
    body: JSON.stringify(events),
  })
  return { status: response.status, body: await response.text() }
}

beforeAll(async () => {
  await acs.listen()
  service = await startDevServer({
    vars: {
      EMAIL_PROVIDERS: 'acs',
      ACS_CONNECTION_STRING: `endpoint=${acs.url};accesskey=${ACCESS_KEY}`,
      ACS_REPORT_KEY: REPORT_KEY,
    },
  })
  startUpLength = service.output().length
  client = await Service.at(service).client()
  acs.report = async (operationId, status) => (await post([report(operationId, status)])).status
})
afterAll(async () => {
  acs.close()
  await service?.stop()
})

let lastRecipient = 0
/** An address that no other test uses. */
const newAddress = (): string => `mottaker${++lastRecipient}@example.com`

async function statusBecomes(shipmentId: string, status: string): Promise<void> {
  await expect.poll(() => client.statusOf(shipmentId), { interval: 100 }).toBe(status)
}

/** Sends a mail and waits until the service knows that it was taken. */
async function taken(emailAddress = newAddress()) {
  const shipmentId = await client.sendEmail(mail({ emailAddress }))
  await statusBecomes(shipmentId, 'Email_Succeeded')
  return shipmentId
}

describe('a mail through Azure Communication Services', () => {
  it('says what was written, as HTML and as text, under the shipment’s id, and without a tracker', async () => {
    const to = newAddress()
    const subject = 'Engangskode for æøå 😀'
    const shipmentId = await client.sendEmail(mail({ emailAddress: to, body: HTML, contentType: 'Html', subject }))
    await statusBecomes(shipmentId, 'Email_Succeeded')
    expect(acs.mailsTo(to)).toEqual([
      {
        operationId: shipmentId,
        from: 'noreply@altinn.no',
        to,
        subject,
        text: 'Koden er 428516 – æøå 😀',
        html: HTML,
        tracked: false,
      },
    ])
  })

  it('goes to a domain beyond ASCII in ASCII', async () => {
    const post = `post-${crypto.randomUUID().slice(0, 8)}`
    await taken(`${post}@blåbær.example`)
    const mails = acs.mailsTo(`${post}@xn--blbr-roah.example`)
    expect(mails).toMatchObject([{ text: 'Koden er 428516.', html: undefined }])
  })

  it('is delivered when Event Grid reports so, and stays so whatever it reports later', async () => {
    const shipmentId = await taken()
    expect(await acs.report(shipmentId, 'Delivered')).toBe(200)
    await statusBecomes(shipmentId, 'Email_Delivered')
    for (const status of ['Delivered', 'Bounced']) expect(await acs.report(shipmentId, status)).toBe(200)
    expect(await client.statusOf(shipmentId)).toBe('Email_Delivered')
  })

  it('that comes back after its end is told to webhooks, and its address suppressed only if it is gone', async () => {
    await using receiver = await serveLocally((_seen, _count, response) => json(response, 204, {}))
    await client.ask('POST', '/straks/v1/webhooks', { url: receiver.url })
    const bounces = () =>
      receiver.seen.flatMap(({ body, headers }) => {
        const { type, data } = JSON.parse(body)
        return type === 'delivery.bounced' ? [{ id: headers['webhook-id'], data }] : []
      })
    const isSuppressed = async (emailAddress: string) => {
      const { json } = await client.ask('POST', '/straks/v1/suppressions/find', { emailAddress })
      return listIn(json.items).length > 0
    }
    for (const [why, kind] of [
      ['DestinationMailboxFull', 'soft'],
      ['550 5.1.1 unknown', 'hard'],
    ] as const) {
      const emailAddress = newAddress()
      const shipmentId = await taken(emailAddress)
      await post([report(shipmentId, 'Delivered')])
      await statusBecomes(shipmentId, 'Email_Delivered')
      for (const _twice of [1, 2]) expect((await post([report(shipmentId, 'Bounced', why)])).status).toBe(200)
      const told = { id: `ttd.bounced.${shipmentId}.${kind}`, data: { shipmentId, position: 0, kind } }
      // Told twice, it may be posted twice: under one id, by which a receiver knows it again.
      const posted = () => bounces().filter(({ data }) => data.shipmentId === shipmentId)
      await expect.poll(posted).toContainEqual(told)
      expect(new Set(posted().map(({ id }) => id))).toEqual(new Set([told.id]))
      expect(await client.statusOf(shipmentId)).toBe('Email_Delivered')
      expect((await codesOf(service, shipmentId)).at(-1)).toBe('Bounced')
      await expect.poll(() => isSuppressed(emailAddress)).toBe(kind === 'hard')
    }
  })

  it('ends as Event Grid reports, several in one list, in whatever case', async () => {
    const cases = [
      ['bounced', 'Email_Failed_Bounced'],
      ['FilteredSpam', 'Email_Failed_FilteredSpam'],
      ['Quarantined', 'Email_Failed_Quarantined'],
      ['Suppressed', 'Email_Failed_SuppressedRecipient'],
      ['Expanded', 'Email_Failed'],
      [null, 'Email_Failed'],
    ] as const
    const shipmentIds = await Promise.all(cases.map(() => taken()))
    const reports = cases.map(([status], index) => report(shipmentIds[index]?.toUpperCase() ?? '', status))
    expect((await post(reports)).status).toBe(200)
    for (const [index, [, status]] of cases.entries()) await statusBecomes(shipmentIds[index] ?? '', status)
  })

  it('is delivered even where the report overtakes the answer', async () => {
    const to = newAddress()
    acs.answer(to, 'report-first')
    await statusBecomes(await client.sendEmail(mail({ emailAddress: to })), 'Email_Delivered')
  })

  it('ends at once where the service refuses the recipient', async () => {
    const [invalid, suppressed] = [newAddress(), newAddress()]
    acs.answer(invalid, 'refuse-address')
    acs.answer(suppressed, 'refuse-suppressed')
    const shipmentIds = await Promise.all(
      [invalid, suppressed].map((emailAddress) => client.sendEmail(mail({ emailAddress }))),
    )
    await statusBecomes(shipmentIds[0] ?? '', 'Email_Failed_InvalidFormat')
    await statusBecomes(shipmentIds[1] ?? '', 'Email_Failed_SuppressedRecipient')
    expect(await codesOf(service, shipmentIds[1] ?? '')).toEqual(['EmailDroppedAllRecipientsSuppressed'])
  })

  it.each([409, 400, 202])(
    'is sent once though its answer was lost, if the service then answers %i',
    async (status) => {
      const to = newAddress()
      acs.duplicateStatus = status
      acs.answer(to, 'lose-answer')
      const shipmentId = await client.sendEmail(mail({ emailAddress: to }))
      await statusBecomes(shipmentId, 'Email_Succeeded')
      expect(acs.mailsTo(to)).toHaveLength(1)
      expect(acs.asked.filter((request) => request.to === to)).toHaveLength(2)
      expect(await acs.report(shipmentId, 'Delivered')).toBe(200)
      await statusBecomes(shipmentId, 'Email_Delivered')
    },
  )

  it('is tried again while the service is away, hangs, refuses our login or sends us elsewhere', async () => {
    const addresses = [newAddress(), newAddress(), newAddress(), newAddress()] as const
    acs.answer(addresses[0], 'away', 'away')
    acs.answer(addresses[1], 'hang')
    acs.answer(addresses[2], 'refuse-login')
    acs.answer(addresses[3], 'redirect')
    const shipmentIds = await Promise.all(addresses.map((emailAddress) => client.sendEmail(mail({ emailAddress }))))
    for (const shipmentId of shipmentIds) await statusBecomes(shipmentId, 'Email_Succeeded')
    expect(acs.strange).toBe(0)
  })

  it('leaves the service alone for as long as it asks, and its neighbours do too', async () => {
    const [first, second] = [newAddress(), newAddress()]
    acs.answer(first, 'too-many')
    const shipmentIds = [await client.sendEmail(mail({ emailAddress: first }))]
    await until(() => acs.asked.some(({ to }) => to === first))
    const refusedAtMs = acs.asked.find(({ to }) => to === first)?.atMs ?? 0
    await new Promise((resolve) => setTimeout(resolve, 200))
    shipmentIds.push(await client.sendEmail(mail({ emailAddress: second })))
    for (const shipmentId of shipmentIds) await statusBecomes(shipmentId, 'Email_Succeeded')
    const again = acs.asked.filter(({ to, atMs }) => to === second || (to === first && atMs > refusedAtMs))
    expect(again).toHaveLength(2)
    for (const { atMs } of again) expect(atMs - refusedAtMs).toBeGreaterThanOrEqual(1_900)
  })
})

describe('Event Grid', () => {
  const handshake = [
    {
      id: crypto.randomUUID(),
      topic: '/subscriptions/x',
      subject: '',
      data: { validationCode: '512d38b6-c7b8-40c8-89fe-f46f9e9622b6', validationUrl: 'https://127.0.0.1:9/validate' },
      eventType: 'Microsoft.EventGrid.SubscriptionValidationEvent',
      eventTime: new Date().toISOString(),
      metadataVersion: '1',
      dataVersion: '1',
    },
  ]

  it('is answered when it asks whether we want its events', async () => {
    expect(await post(handshake)).toEqual({
      status: 200,
      body: '{"validationResponse":"512d38b6-c7b8-40c8-89fe-f46f9e9622b6"}',
    })
  })

  it('is who shows the key, in a header or in the query; from anybody else a report changes nothing', async () => {
    const shipmentId = await taken()
    const events = [report(shipmentId, 'Delivered')]
    for (const key of [{}, { query: '' }, { query: 'x' }, { header: REPORT_KEY.slice(1) }, { header: '' }]) {
      expect((await post(events, key)).status, JSON.stringify(key)).toBe(401)
      expect((await post(handshake, key)).status).toBe(401)
    }
    expect(await client.statusOf(shipmentId)).toBe('Email_Succeeded')
  })

  it('may bring reports of mail that nobody knows, events of other kinds and reports that cannot be read', async () => {
    const shipmentId = await taken()
    const opened = {
      ...report(shipmentId, 'Bounced'),
      eventType: 'Microsoft.Communication.EmailEngagementTrackingReportReceived',
    }
    const events = [
      report(crypto.randomUUID(), 'Bounced'),
      opened,
      report('no-id', 'Bounced'),
      report(shipmentId, 'Delivered'),
    ]
    expect((await post(events)).status).toBe(200)
    await statusBecomes(shipmentId, 'Email_Delivered')
  })

  it('is told where it brings no list of events', async () => {
    for (const body of [[], {}, 'x', [{ data: {} }], [{ ...handshake[0], data: {} }]])
      expect((await post(body)).status, JSON.stringify(body)).toBe(400)
  })
})

describe('the log', () => {
  it('tells what went wrong at the service, and no address, text or key', async () => {
    const printed = service.output().slice(startUpLength)
    const reasons = new Set([...printed.matchAll(/"event":"acs-failed".*?"why":"([\w-]+)"/g)].map(([, why]) => why))
    expect([...reasons].sort()).toEqual([
      'http-307',
      'http-400',
      'http-401',
      'http-429',
      'http-503',
      'silence',
      'unreachable',
    ])
    expect(printed).toContain('"code":"InvalidEmailAddress"')
    const secrets = [
      '428516',
      'example.com',
      'noreply',
      'mottaker',
      ACCESS_KEY,
      'hemmelig',
      'hemmelig%20',
      'MailboxFull',
    ]
    expect(secrets.filter((secret) => printed.includes(secret))).toEqual([])
  })
})
