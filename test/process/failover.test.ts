import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { until } from '../support/api/eventually.ts'
import { smsRequest } from '../support/api/requests.ts'
import { Service } from '../support/api/service.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'
import { type Course, OUTAGE_MS, outage, type Patient } from './failover/outage.ts'
import { FIRST_OF_LOAD, TIME_TO_LIVE_SECONDS } from './failover/steady-load.ts'
import { ACCESS_KEY, AcsService } from './providers/acs-service.ts'
import { numbersAfter } from './providers/allowed-numbers.ts'
import { mail } from './providers/mail.ts'
import { MailServer, PASSWORD, USERNAME } from './providers/mail-server.ts'
import { SmsGateway, type Submitted } from './providers/sms-gateway.ts'
import { ACCOUNT_SID, AUTH_TOKEN, TwilioService } from './providers/twilio-service.ts'

const REPORT_LOGIN = 'rapport:rapport-passord'
const REPORT_KEY = 'en hemmelig nøkkel til rapporter'

const SMS_PER_SECOND = 12
const MAILS_PER_SECOND = 4

/** What an ill provider may cost, by the promise: messages and time. */
const MOST_EXPOSED = 20
const PASSED_OVER_WITHIN_MS = 5_000

/** Trials of a provider that stays ill: after 2 s, 4, 8, and then every 15, of which one may fall into the first five. */
const MOST_TRIALS = 3 + Math.ceil(OUTAGE_MS / 15_000)

/** Messages in one moment: many more than may go to a provider that has not answered yet. */
const BURST = 100
const FIRST_OF_BURST = 41_900_000

/** More than a steady load sends while an outage lasts. */
const LOAD_MAX = SMS_PER_SECOND * (60 + OUTAGE_MS / 1_000)

let gateway: SmsGateway
let twilio: TwilioService
let acs: AcsService
let mailServer: MailServer
let service: DevServer

beforeEach(async () => {
  gateway = new SmsGateway()
  twilio = new TwilioService()
  acs = new AcsService()
  mailServer = new MailServer({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true })
  await Promise.all([gateway.listen(), twilio.listen(), acs.listen(), mailServer.listen()])
})
afterEach(async () => {
  await service?.stop()
  for (const server of [gateway, twilio, acs]) server.close()
  await mailServer.close()
})

async function start(emailProviders: string): Promise<void> {
  service = await startDevServer({
    vars: {
      SMS_ALLOW_LIST: [numbersAfter(FIRST_OF_LOAD, LOAD_MAX), numbersAfter(FIRST_OF_BURST, BURST)].join(','),
      SMS_PROVIDERS: 'link,twilio',
      EMAIL_PROVIDERS: emailProviders,
      LINK_URL: gateway.url,
      LINK_USERNAME: 'straks',
      LINK_PASSWORD: 'hemmelig',
      LINK_REPORT_USERNAME: 'rapport',
      LINK_REPORT_PASSWORD: 'rapport-passord',
      TWILIO_URL: twilio.url,
      TWILIO_ACCOUNT_SID: ACCOUNT_SID,
      TWILIO_AUTH_TOKEN: AUTH_TOKEN,
      PUBLIC_URL: 'https://straks.test',
      ACS_CONNECTION_STRING: `endpoint=${acs.url};accesskey=${ACCESS_KEY}`,
      ACS_REPORT_KEY: REPORT_KEY,
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: String(mailServer.port),
      SMTP_SECURITY: 'none-on-loopback',
      SMTP_USERNAME: USERNAME,
      SMTP_PASSWORD: PASSWORD,
    },
  })
  twilio.servedAt = service.url
  twilio.afterwards = (sms) => void twilio.tell(sms, 'delivered')
  gateway.afterwards = (message) => void reportSms(message)
  acs.afterwards = ({ operationId }) => void reportMail(operationId)
}

const reportSms = ({ reference, receiver }: Submitted) =>
  fetch(`${service.url}/notifications/sms/api/v1/reports`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml', authorization: `Basic ${btoa(REPORT_LOGIN)}` },
    body: `<MSGLST><MSG><ID>1</ID><REF>${reference}</REF><RCV>${receiver}</RCV><STATE>DELIVRD</STATE></MSG></MSGLST>`,
  })

const reportMail = (messageId: string) =>
  fetch(`${service.url}/notifications/email/api/v1/reports?${new URLSearchParams({ key: REPORT_KEY })}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'aeg-event-type': 'Notification' },
    body: JSON.stringify([
      {
        id: crypto.randomUUID(),
        subject: '',
        data: { messageId, status: 'Delivered', deliveryAttemptTimeStamp: new Date().toISOString() },
        eventType: 'Microsoft.Communication.EmailDeliveryReportReceived',
        eventTime: new Date().toISOString(),
        dataVersion: '1.0',
      },
    ]),
  })

const smsReached = () => [
  ...gateway.submitted.map(({ receiver }) => `+${receiver}`),
  ...twilio.taken.map(({ to }) => to),
]
const mailsReached = () => [...acs.taken.map(({ to }) => to), ...mailServer.received.flatMap(({ to }) => to)]

/** The gateway, which is the first for SMS, in one of the ways to be ill. */
const linkThat = (usual: 'error' | 'hang'): Patient => ({
  ...{ name: 'link', channel: 'sms', perSecond: SMS_PER_SECOND, asked: () => gateway.asked, reached: smsReached },
  sicken: () => {
    gateway.usual = usual
  },
  heal: () => {
    gateway.usual = 'take'
  },
})

const linkThatIsGone = (): Patient => ({
  ...linkThat('error'),
  sicken: () => gateway.close(),
  heal: () => gateway.listen(Number(new URL(gateway.url).port)),
})

const acsThat = (usual: 'hang' | 'slow' | 'lose-answer'): Patient => ({
  ...{ name: 'acs', channel: 'email', perSecond: MAILS_PER_SECOND, asked: () => acs.asked, reached: mailsReached },
  sicken: () => {
    acs.usual = usual
  },
  heal: () => {
    acs.usual = 'take'
  },
})

const smtpThatIsGone = (): Patient => ({
  ...{ name: 'smtp', channel: 'email', perSecond: MAILS_PER_SECOND, asked: () => [], reached: mailsReached },
  sicken: () => mailServer.close(),
  heal: () => mailServer.listen(mailServer.port),
})

/** All that is promised of an outage of the preferred provider. */
function expectHarmless(name: string, { fates, refused, reached, exposedMs, outMs, backMs, backAfterMs }: Course) {
  const early = exposedMs.filter((ms) => ms < PASSED_OVER_WITHIN_MS)
  const times = fates.map(({ tookMs }) => tookMs).sort((one, other) => one - other)
  console.log(
    `${name}: ${fates.length} messages, ${early.length} exposed at first, ${exposedMs.length - early.length} later, ` +
      `out at ${outMs.join(', ')} ms, back at ${backMs.join(', ')} ms (${backAfterMs} ms after it was well), ` +
      `p50 ${times[Math.floor(times.length / 2)]} ms, p99 ${times[Math.floor(times.length * 0.99)]} ms, ` +
      `slowest ${times.at(-1)} ms`,
  )
  expect(refused, name).toBe(0)
  const late = fates.filter(({ status, tookMs }) => !/Delivered/.test(status) || tookMs > TIME_TO_LIVE_SECONDS * 1_000)
  expect(late, `${name}: not delivered in time`).toEqual([])
  expect([...reached].sort(), `${name}: each is reached once`).toEqual(fates.map(({ to }) => to).sort())
  expect(early.length, `${name}: exposed before it was passed over`).toBeLessThanOrEqual(MOST_EXPOSED)
  expect(exposedMs.length - early.length, `${name}: trials`).toBeLessThanOrEqual(MOST_TRIALS)
  expect(outMs.length, `${name}: taken out once`).toBe(1)
  expect(outMs[0], name).toBeLessThanOrEqual(PASSED_OVER_WITHIN_MS)
  expect(backMs.length, `${name}: taken back once`).toBe(1)
}

async function expectSurvived(...patients: readonly Patient[]): Promise<void> {
  const courses = await outage(service, patients)
  for (const [index, course] of courses.entries()) expectHarmless(patients[index]?.name ?? '', course)
}

describe('a provider that is well', () => {
  it('gets all of a sudden burst, of which nobody can know yet that it is well', async () => {
    await start('acs,smtp')
    gateway.afterwards = () => undefined
    const client = await Service.at(service).client()
    const numbers = Array.from({ length: BURST }, (_, index) => `+47${FIRST_OF_BURST + index}`)
    await Promise.all(numbers.map((phoneNumber) => client.sendSms(smsRequest({ recipient: { phoneNumber } }))))
    await until(() => smsReached().length >= BURST)
    expect([gateway.submitted.length, twilio.taken.length]).toEqual([BURST, 0])
  })
})

describe('a mail whose answer is lost', () => {
  it('is asked for again at the same provider, goes out once, and its sender can see why it took longer', async () => {
    await start('acs,smtp')
    const [to, client] = ['ola.nordmann@example.com', await Service.at(service).client()]
    acs.answer(to, 'lose-answer', 'slow')
    const shipmentId = await client.sendEmail(mail({ emailAddress: to }))
    const recipient = async () => Object(await client.shipment(shipmentId)).json.recipients[0]
    await expect.poll(recipient, { interval: 20 }).toMatchObject({ uncertain: true })
    expect(await client.settles(shipmentId)).toBe('Email_Delivered')
    expect(await recipient()).toEqual({
      ...{ type: 'Email', destination: to, status: 'Email_Delivered', lastUpdate: expect.any(String) },
      attempts: 2,
    })
    expect(mailsReached()).toEqual([to])
    expect(acs.asked).toHaveLength(2)
  })
})

describe('an outage of the preferred provider', { timeout: 120_000 + OUTAGE_MS }, () => {
  it('costs nobody a message or sends it twice where it answers 503, or slowly', async () => {
    await start('acs,smtp')
    await expectSurvived(linkThat('error'), acsThat('slow'))
  })

  it('costs nobody a message or sends it twice where nobody listens, or answers are lost', async () => {
    await start('acs,smtp')
    await expectSurvived(linkThatIsGone(), acsThat('lose-answer'))
  })

  it('costs nobody a message or sends it twice where it hangs, or is gone', async () => {
    await start('smtp,acs')
    await expectSurvived(linkThat('hang'), smtpThatIsGone())
  })
})
