import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../support/api/client.ts'
import { until } from '../support/api/eventually.ts'
import { smsRequest } from '../support/api/requests.ts'
import { Service } from '../support/api/service.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'
import { numbersAfter } from './providers/allowed-numbers.ts'
import { codesOf } from './providers/codes.ts'
import { SmsGateway } from './providers/sms-gateway.ts'

/** The first of the numbers that this file uses. */
const FIRST_NUMBER = 41_000_000

const REPORTS = '/notifications/sms/api/v1/reports'
const LOGIN = `Basic ${btoa('rapport:rapport-passord')}`
const ACKNOWLEDGED = '<?xml version="1.0"?><MSGLST><MSG><ID>1</ID><STATUS>OK</STATUS></MSG></MSGLST>'

const gateway = new SmsGateway()
let service: DevServer
let client: Client
/** How much the service prints before anything is sent: it names settings and shows an example. */
let startUpLength = 0

const reportXml = (reference: string, state: string) =>
  `<?xml version="1.0"?>\n<!DOCTYPE MSGLST SYSTEM "pswincom_report_request.dtd">\n<MSGLST>\n<MSG>\n<ID>1</ID>\n<REF>${reference}</REF>\n<RCV>4799999999</RCV>\n<STATE>${state}</STATE>\n</MSG>\n</MSGLST>`

async function post(body: string, authorization: string | undefined = LOGIN) {
  const headers = { 'content-type': 'text/xml', ...(authorization !== undefined && { authorization }) }
  const response = await fetch(service.url + REPORTS, { method: 'POST', headers, body })
  return { status: response.status, body: await response.text() }
}

beforeAll(async () => {
  await gateway.listen()
  service = await startDevServer({
    vars: {
      SMS_ALLOW_LIST: numbersAfter(FIRST_NUMBER),
      SMS_PROVIDERS: 'link',

      EMAIL_PROVIDERS: 'smtp',
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: '9',
      SMTP_SECURITY: 'none-on-loopback',
      SMTP_USERNAME: '',
      SMTP_PASSWORD: '',
      LINK_URL: gateway.url,
      LINK_USERNAME: 'straks',
      LINK_PASSWORD: 'hemmelig & æ',
      LINK_REPORT_USERNAME: 'rapport',
      LINK_REPORT_PASSWORD: 'rapport-passord',
      RECEIPT_GRACE_SECONDS: '1',
    },
  })
  startUpLength = service.output().length
  client = await Service.at(service).client()
  gateway.report = (reference, state) => post(reportXml(reference, state))
})
afterAll(async () => {
  gateway.close()
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

/** Sends a message and waits until the gateway has it and the service knows. */
async function taken(phoneNumber = newNumber()) {
  const shipmentId = await send(phoneNumber)
  await statusBecomes(shipmentId, 'SMS_Accepted')
  const message = gateway.submitted.find(({ receiver }) => `+${receiver}` === phoneNumber)
  if (!message) throw new Error('The gateway has no such message')
  return { shipmentId, reference: message.reference }
}

describe('an SMS through the gateway', () => {
  it.each(['Koden er 428516 & gjelder <nå>, "æøåÆØÅ" €{}[]~|^\\', 'Ваш код 428516 😀', 'Linje 1\nLinje 2\r\n]]>&amp;'])(
    'says what was written: %s',
    async (body) => {
      const number = newNumber()
      await statusBecomes(await send(number, body, 119), 'SMS_Accepted')
      const message = gateway.submitted.find(({ receiver }) => `+${receiver}` === number)
      expect(message).toMatchObject({ text: body, sender: 'Altinn', minutes: 1, login: 'straks:hemmelig & æ' })
    },
  )

  it('is delivered when the gateway reports so, and stays so whatever it reports later', async () => {
    const { shipmentId, reference } = await taken()
    expect(await gateway.report(reference, 'DELIVRD')).toEqual({ status: 200, body: ACKNOWLEDGED })
    await statusBecomes(shipmentId, 'SMS_Delivered')
    for (const state of ['DELIVRD', 'UNDELIV']) expect((await gateway.report(reference, state)).status).toBe(200)
    expect(await client.statusOf(shipmentId)).toBe('SMS_Delivered')
  })

  it('ends as the gateway reports, states that Altinn stumbles over included', async () => {
    for (const [state, status] of [
      ['UNDELIV', 'SMS_Failed_Undelivered'],
      ['BARREDA', 'SMS_Failed_BarredReceiver'],
      ['ZEROBAL', 'SMS_Failed'],
    ] as const) {
      const { shipmentId, reference } = await taken()
      await gateway.report(reference, state)
      await statusBecomes(shipmentId, status)
      expect(await codesOf(service, shipmentId)).toEqual(['OK', state])
    }
  })

  it('is delivered even where the report overtakes the reply', async () => {
    const number = newNumber()
    gateway.answer(number.slice(1), 'report-first')
    await statusBecomes(await send(number), 'SMS_Delivered')
  })

  it('ends at once where the number is refused', async () => {
    const number = newNumber()
    gateway.answer(number.slice(1), 'refuse-number')
    const shipmentId = await send(number)
    await statusBecomes(shipmentId, 'SMS_Failed_InvalidRecipient')
    expect(await codesOf(service, shipmentId)).toEqual(['FAIL:invalid-rcv'])
  })

  it('is tried again while the gateway is away, hangs or refuses our login', async () => {
    const numbers = [newNumber(), newNumber(), newNumber()] as const
    gateway.answer(numbers[0].slice(1), 'error', 'error')
    gateway.answer(numbers[1].slice(1), 'refuse-login')
    gateway.answer(numbers[2].slice(1), 'hang')
    for (const shipmentId of await Promise.all(numbers.map((number) => send(number))))
      await statusBecomes(shipmentId, 'SMS_Accepted')
  })

  it('ends when its time is out where the gateway stays away, and was never there', async () => {
    const number = newNumber()
    gateway.answer(number.slice(1), ...Array<'error'>(50).fill('error'))
    await statusBecomes(await send(number, undefined, 3), 'SMS_Failed_TTL')
    expect(gateway.submitted.some(({ receiver }) => `+${receiver}` === number)).toBe(false)
  })
})

describe('a delivery report', () => {
  it('from somebody else is refused and changes nothing', async () => {
    const { shipmentId, reference } = await taken()
    for (const login of [
      '',
      'Basic',
      'Basic !',
      `Basic ${btoa('rapport:feil')}`,
      `Basic ${btoa('rapport')}`,
      'Bearer x',
    ])
      expect((await post(reportXml(reference, 'DELIVRD'), login)).status, login).toBe(401)
    expect(await client.statusOf(shipmentId)).toBe('SMS_Accepted')
  })

  it('of a message nobody knows is acknowledged and changes nothing', async () => {
    expect(await gateway.report('ref-unknown', 'DELIVRD')).toEqual({ status: 200, body: ACKNOWLEDGED })
  })

  it('that cannot be read is refused', async () => {
    const bomb = '<!DOCTYPE M [<!ENTITY a "aa">]><MSGLST><MSG><REF>&a;</REF></MSG></MSGLST>'
    for (const body of ['', '<MSGLST>', bomb, reportXml('', 'DELIVRD'), '{}'])
      expect((await post(body)).status, body).toBe(400)
  })
})

describe('the log', () => {
  it('tells what went wrong at the gateway, and no number, text or password', async () => {
    await until(() => service.output().includes('"event":"link-failed"'))
    const printed = service.output().slice(startUpLength)
    const reasons = new Set([...printed.matchAll(/"why":"([\w-]+)"/g)].map(([, why]) => why))
    expect([...reasons].sort()).toEqual(['http-503', 'logon-refused', 'message-refused', 'silence'])
    const secrets = ['428516', 'hemmelig', 'rapport-passord', String(lastNumber)]
    expect(secrets.filter((secret) => printed.includes(secret))).toEqual([])
  })
})
