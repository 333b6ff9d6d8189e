import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../support/api/client.ts'
import { until } from '../support/api/eventually.ts'
import { smsRequest } from '../support/api/requests.ts'
import { Service } from '../support/api/service.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'
import { numbersAfter } from './providers/allowed-numbers.ts'
import { codesOf } from './providers/codes.ts'
import { ACCOUNT_SID, AUTH_TOKEN, signature, TwilioService } from './providers/twilio-service.ts'

/** What the service calls itself in public; the tests reach it elsewhere, as behind a proxy. */
/** The first of the numbers that this file uses. */
const FIRST_NUMBER = 41_500_000

const PUBLIC_URL = 'https://straks.test'

const twilio = new TwilioService()
let service: DevServer
let client: Client
/** How much the service prints before anything is sent: it names settings and shows an example. */
let startUpLength = 0

beforeAll(async () => {
  await twilio.listen()
  service = await startDevServer({
    vars: {
      SMS_ALLOW_LIST: numbersAfter(FIRST_NUMBER),
      SMS_PROVIDERS: 'twilio',
      // Production takes no inbox. No mail is sent here.
      EMAIL_PROVIDERS: 'smtp',
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: '9',
      SMTP_SECURITY: 'none-on-loopback',
      SMTP_USERNAME: '',
      SMTP_PASSWORD: '',
      TWILIO_URL: twilio.url,
      TWILIO_ACCOUNT_SID: ACCOUNT_SID,
      TWILIO_AUTH_TOKEN: AUTH_TOKEN,
      PUBLIC_URL,
      RECEIPT_GRACE_SECONDS: '1',
    },
  })
  twilio.servedAt = service.url
  startUpLength = service.output().length
  client = await Service.at(service).client()
})
afterAll(async () => {
  twilio.close()
  await service?.stop()
})

let lastNumber = FIRST_NUMBER
/** A number that no other test uses. */
const newNumber = (): string => `+47${++lastNumber}`

const send = (phoneNumber: string, body = 'Koden er 428516.', timeToLiveInSeconds = 60): Promise<string> =>
  client.sendSms(smsRequest({ recipient: { phoneNumber, timeToLiveInSeconds }, settings: { body } }))

async function statusBecomes(shipmentId: string, status: string): Promise<void> {
  await expect.poll(() => client.statusOf(shipmentId), { interval: 100 }).toBe(status)
}

/** Sends a message and waits until Twilio has it and the service knows. */
async function taken(timeToLiveInSeconds = 60) {
  const number = newNumber()
  const shipmentId = await send(number, undefined, timeToLiveInSeconds)
  await statusBecomes(shipmentId, 'SMS_Accepted')
  const [sms] = twilio.smsTo(number)
  if (!sms) throw new Error('Twilio has no such message')
  return { shipmentId, sms }
}

describe('an SMS through Twilio', () => {
  it.each(['Koden er 428516 & gjelder <nå>, "æøåÆØÅ" €{}[]~|^\\+%', 'Ваш код 428516 😀', 'Linje 1\nLinje 2\r\n'])(
    'says what was written, and until when: %s',
    async (body) => {
      const number = newNumber()
      const shipmentId = await send(number, body, 119)
      await statusBecomes(shipmentId, 'SMS_Accepted')
      const [sms] = twilio.smsTo(number)
      expect(sms).toMatchObject({ body, from: 'Altinn' })
      expect(sms?.validitySeconds).toBeGreaterThan(110)
      expect(sms?.validitySeconds).toBeLessThan(119)
      expect(sms?.statusCallback).toBe(
        `${PUBLIC_URL}/notifications/sms/api/v1/twilio/status?organization=ttd&reference=${shipmentId}`,
      )
    },
  )

  it('asks for ten hours at most, which is all Twilio can give', async () => {
    const { sms } = await taken(172_800)
    expect(sms.validitySeconds).toBe(36_000)
  })

  it('is delivered when Twilio says so, and stays so whatever it says later', async () => {
    const { shipmentId, sms } = await taken()
    for (const status of ['queued', 'sent']) expect(await twilio.tell(sms, status)).toBe(204)
    expect(await client.statusOf(shipmentId)).toBe('SMS_Accepted')
    expect(await twilio.tell(sms, 'delivered')).toBe(204)
    await statusBecomes(shipmentId, 'SMS_Delivered')
    for (const status of ['delivered', 'sent', 'undelivered']) expect(await twilio.tell(sms, status)).toBe(204)
    expect(await client.statusOf(shipmentId)).toBe('SMS_Delivered')
  })

  it('ends as Twilio says, and for the reason that its error code gives', async () => {
    for (const [told, errorCode, status] of [
      ['undelivered', 30003, 'SMS_Failed_Undelivered'],
      ['undelivered', 30005, 'SMS_Failed_InvalidRecipient'],
      ['failed', 21610, 'SMS_Failed_BarredReceiver'],
      ['failed', undefined, 'SMS_Failed'],
    ] as const) {
      const { shipmentId, sms } = await taken()
      expect(await twilio.tell(sms, told, errorCode === undefined ? {} : { errorCode })).toBe(204)
      await statusBecomes(shipmentId, status)
      expect((await codesOf(service, shipmentId)).at(-1)).toBe(String(errorCode ?? told))
    }
  })

  it('is delivered even where the status overtakes the answer', async () => {
    const number = newNumber()
    twilio.answer(number, 'report-first')
    await statusBecomes(await send(number), 'SMS_Delivered')
  })

  it('ends at once where Twilio refuses number, recipient or sender', async () => {
    for (const [answer, status] of [
      ['refuse-number', 'SMS_Failed_InvalidRecipient'],
      ['refuse-unsubscribed', 'SMS_Failed_BarredReceiver'],
      ['refuse-sender', 'SMS_Failed'],
    ] as const) {
      const number = newNumber()
      twilio.answer(number, answer, 'hang')
      await statusBecomes(await send(number), status)
      expect(twilio.smsTo(number)).toEqual([])
    }
  })

  it('is tried again while Twilio is away, hangs, refuses our login or sends us elsewhere', async () => {
    const numbers = [newNumber(), newNumber(), newNumber(), newNumber()] as const
    twilio.answer(numbers[0], 'away', 'away')
    twilio.answer(numbers[1], 'hang')
    twilio.answer(numbers[2], 'refuse-login')
    twilio.answer(numbers[3], 'redirect')
    for (const shipmentId of await Promise.all(numbers.map((number) => send(number))))
      await statusBecomes(shipmentId, 'SMS_Accepted')
    expect(twilio.strange).toBe(0)
  })

  it('is taken where the answer says so and does not end, and nothing of it is kept', async () => {
    const numbers = [newNumber(), newNumber()] as const
    twilio.answer(numbers[0], 'endless')
    twilio.answer(numbers[1], 'drip')
    for (const number of numbers) await statusBecomes(await send(number), 'SMS_Accepted')
    expect(numbers.map((number) => twilio.smsTo(number).length)).toEqual([1, 1])
    expect(twilio.poured).toBeLessThan(20_000_000)
  })

  it('may have been taken where another success answers', async () => {
    for (const answer of ['no-content', 'garbage'] as const) {
      const number = newNumber()
      twilio.answer(number, answer, 'hang')
      const shipmentId = await send(number)
      const recipient = async () => Object(await client.shipment(shipmentId)).json.recipients[0]
      await expect.poll(recipient).toMatchObject({ uncertain: true })
    }
  })

  it('leaves Twilio alone for as long as it asks', async () => {
    const number = newNumber()
    twilio.answer(number, 'too-many')
    const shipmentId = await send(number)
    await statusBecomes(shipmentId, 'SMS_Accepted')
    const [refused, again] = twilio.asked.filter(({ to }) => to === number)
    expect((again?.atMs ?? 0) - (refused?.atMs ?? 0)).toBeGreaterThanOrEqual(1_900)
  })

  it('ends when its time is out, and a delivery told after that changes nothing', async () => {
    const { shipmentId, sms } = await taken(3)
    await statusBecomes(shipmentId, 'SMS_Failed_TTL')
    expect(await twilio.tell(sms, 'delivered')).toBe(204)
    expect(await client.statusOf(shipmentId)).toBe('SMS_Failed_TTL')
  })
})

describe('a status', () => {
  it('that is not signed for this very address and these parameters is refused and changes nothing', async () => {
    const { shipmentId, sms } = await taken()
    const { sms: other } = await taken()
    const parameters = { MessageSid: sms.sid, MessageStatus: 'delivered' }
    const body = new URLSearchParams(parameters).toString()
    const right = signature(sms.statusCallback, parameters)
    for (const forged of [
      { body, signature: '' },
      { body, signature: 'x' },
      { body, signature: signature(sms.statusCallback, parameters, 'another token') },
      { body, signature: signature(other.statusCallback, parameters) },
      { body: `${body}&ErrorCode=30003`, signature: right },
      { body: body.replace('delivered', 'failed'), signature: right },
      { body, query: `${new URL(sms.statusCallback).search}&x=1`, signature: right },
    ])
      expect(await twilio.tell(sms, 'delivered', forged), JSON.stringify(forged)).toBe(403)
    expect(await client.statusOf(shipmentId)).toBe('SMS_Accepted')
    expect(await twilio.tell(sms, 'delivered', { body, signature: right })).toBe(204)
    await statusBecomes(shipmentId, 'SMS_Delivered')
  })

  it('of a message nobody knows is acknowledged; one that is none is not', async () => {
    const at = (query: string) => ({
      sid: 'SM1',
      statusCallback: `${PUBLIC_URL}/notifications/sms/api/v1/twilio/status${query}`,
    })
    const unknown = '0b5c53f5-6c1a-8d2e-9b1f-0123456789ab'
    expect(await twilio.tell(at(`?organization=ttd&reference=${unknown}`), 'delivered')).toBe(204)
    expect(await twilio.tell(at('?organization=ttd&reference=nonsense'), 'delivered')).toBe(204)
    expect(await twilio.tell(at(`?organization=ttd&reference=${unknown}`), 'vanished')).toBe(400)
    for (const query of ['', '?organization=ttd', `?reference=${unknown}`])
      expect(await twilio.tell(at(query), 'delivered'), query).toBe(400)
  })
})

describe('the log', () => {
  it('tells what went wrong at Twilio, and no number, text or token', async () => {
    await until(() => service.output().includes('"event":"twilio-failed"'))
    const printed = service.output().slice(startUpLength)
    const reasons = new Set([...printed.matchAll(/"event":"twilio-failed".*?"why":"([\w-]+)"/g)].map(([, why]) => why))
    expect([...reasons].sort()).toEqual([
      'http-200',
      'http-204',
      'http-307',
      'http-400',
      'http-401',
      'http-429',
      'http-503',
      'silence',
    ])
    expect(printed).toContain('"code":21211')
    const secrets = ['428516', 'hemmelig', '+47', String(lastNumber), ACCOUNT_SID]
    expect(secrets.filter((secret) => printed.includes(secret))).toEqual([])
  })
})
