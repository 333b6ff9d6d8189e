import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Answer, listIn } from '../support/api/answer.ts'
import { emailRequest, smsRequest } from '../support/api/requests.ts'
import { Service } from '../support/api/service.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'

/** What a test has spent of its organisation's fence stays spent: a second try has an organisation of its own. */
const TRIES = [1, 2]
const forEachTry = (name: string, fence: object) =>
  Object.fromEntries(TRIES.map((nth) => [`${name}-${nth}`, fence] as const))

const FENCES = JSON.stringify({
  default: { smsCountries: ['47'] },
  crowd: { perRecipient: { messages: 3, seconds: 600 } },
  ...forEachTry('minute', { perMinute: 5 }),
  ...forEachTry('daily', { perDay: 20 }),
  wide: { smsCountries: ['47', '233'] },
})

let lastNumber = 99_999_100
/** A number that no other test uses, and no other try. */
const newNumber = (): string => `+47${++lastNumber}`

const triesOf: Record<string, number> = { minute: 0, daily: 0 }
const ofThisTry = (name: 'minute' | 'daily'): string => {
  triesOf[name] = (triesOf[name] ?? 0) + 1
  return `${name}-${triesOf[name]}`
}

/** More requests than any of the fences lets pass, side by side as an attack sends them. */
const ATTACK = 1_000
const AT_ONCE = 25

/** A number of the Thuraya network, as those are that pumping is paid for. */
const FAR = '+88216123456'

let persistTo: string
let server: DevServer
const start = async (): Promise<void> => {
  server = await startDevServer({ vars: { FENCES }, persistTo })
}
beforeAll(async () => {
  persistTo = await mkdtemp(join(tmpdir(), 'straks-fences-'))
  await start()
})
/** A test that failed while the service was down is tried again, and needs it. */
beforeEach(async () => {
  if (!server.isRunning()) await start()
})
afterAll(async () => {
  await server.stop()
  await rm(persistTo, { recursive: true, force: true, maxRetries: 5 })
})

const clientOf = (org: string) => Service.at(server).client({ org })

async function attack(count: number, send: (index: number) => Promise<Answer>): Promise<readonly Answer[]> {
  const answers: Answer[] = []
  let next = 0
  const sender = async () => {
    while (next < count) answers.push(await send(next++))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, sender))
  return answers
}

const withStatus = (answers: readonly Answer[], status: number) => answers.filter((answer) => answer.status === status)

const fence = async (org: string, name: string) => {
  const { json } = await (await clientOf(org)).ask('GET', '/straks/v1/fences')
  return listIn(json.items).find((one) => one.fence === name)
}

/** The organisations whose fences the operators' overview shows. */
async function refusedOnDesk() {
  const { json } = await (await clientOf('desk')).ask('GET', '/straks/v1/operator/overview?minutes=5')
  return listIn(json.fences).map(({ organization }) => organization)
}

describe('a fence on countries', () => {
  it('lets none of a thousand messages to a far country pass, and counts them', async () => {
    const pumped = `pumped-${crypto.randomUUID().slice(0, 8)}`
    const client = await clientOf(pumped)
    const answers = await attack(ATTACK, () => client.sms(smsRequest({ recipient: { phoneNumber: FAR } })))
    expect(withStatus(answers, 400)).toHaveLength(ATTACK)
    expect(answers[0]?.json).toMatchObject({
      findings: [{ code: 'destination-not-allowed', severity: 'error', pointer: '/recipientSms/phoneNumber' }],
    })
    expect((await Service.at(server).arrived()).filter(({ to }) => to === FAR)).toEqual([])
    await expect
      .poll(() => fence(pumped, 'smsCountries'), { timeout: 20_000 })
      .toMatchObject({ countries: ['47'], refused: ATTACK, since: expect.any(String) })
    expect(server.output().split(`"event":"fence-closed","organization":"${pumped}"`)).toHaveLength(2)
    await expect.poll(refusedOnDesk, { timeout: 20_000 }).toContain(pumped)
  })

  it.each(['+4782912345', '+47 829 12 345', '004782912345', '+4782012345'])(
    'lets no premium number of a country pass that is named: %s',
    async (phoneNumber) => {
      const client = await clientOf('premium')
      const { status, json } = await client.sms(smsRequest({ recipient: { phoneNumber } }))
      expect(status).toBe(400)
      expect(listIn(json.findings)[0]).toMatchObject({
        code: 'destination-not-allowed',
        pointer: '/recipientSms/phoneNumber',
      })
    },
  )

  it.each([
    ['en', 'is in a country that SMS may not be sent to'],
    ['nb', 'er i et land som SMS ikke kan sendes til'],
    ['nn', 'er i eit land som SMS ikkje kan sendast til'],
  ])('says so in the language of the caller: %s', async (language, words) => {
    const client = await clientOf('pumped')
    const request = smsRequest({ recipient: { phoneNumber: FAR } })
    const path = '/notifications/api/v1/future/orders/instant/sms'
    const answer = await client.ask('POST', path, request, { 'accept-language': language })
    expect(JSON.stringify(answer.json.findings)).toContain(words)
  })

  it('looks at every number of an order, at its reminders and at custom recipients', async () => {
    const to = (phoneNumber: string) => ({ recipientSms: { phoneNumber, smsSettings: { body: 'Et nytt brev.' } } })
    const client = await clientOf('pumped')
    const order = {
      idempotencyId: crypto.randomUUID(),
      recipient: to('+4799999999'),
      reminders: [{ delayDays: 1, recipient: to('+233242426224') }],
    }
    const answer = await client.order(order)
    expect(answer).toMatchObject({ status: 400, json: { findings: expect.any(Array) } })
    expect(answer.json.findings).toContainEqual(
      expect.objectContaining({
        code: 'destination-not-allowed',
        pointer: '/reminders/0/recipient/recipientSms/phoneNumber',
      }),
    )
    expect(await (await clientOf('wide')).order(order)).toMatchObject({ status: 201 })
  })

  it('bars a number that a register has, and says why the shipment failed', async () => {
    await Service.at(server).putParty('persons/17107447015', { name: 'Ola', mobile: '+233242426224' })
    const order = {
      idempotencyId: crypto.randomUUID(),
      recipient: {
        recipientPerson: {
          nationalIdentityNumber: '17107447015',
          channelSchema: 'Sms',
          smsSettings: { body: 'Et nytt brev.', sendingTimePolicy: 'Anytime' },
        },
      },
    }
    const client = await clientOf('pumped')
    const shipmentId = await client.sendOrder(order)
    await expect
      .poll(async () => (await client.shipment(shipmentId)).json, { timeout: 30_000 })
      .toMatchObject({ recipients: [{ status: 'SMS_Failed_Rejected', reason: 'destination-not-allowed' }] })
  })
})

describe('a fence on one recipient', () => {
  it('lets as many of a thousand messages pass as it allows, whatever their keys', async () => {
    const client = await clientOf('crowd')
    const refusedBefore = Number((await fence('crowd', 'perRecipient'))?.refused ?? 0)
    const phoneNumber = newNumber()
    const sent = smsRequest({ recipient: { phoneNumber } })
    expect(await client.sms(sent)).toMatchObject({ status: 201 })
    const answers = await attack(ATTACK, () => client.sms(smsRequest({ recipient: { phoneNumber } })))
    expect(withStatus(answers, 201)).toHaveLength(2)
    const [refused] = withStatus(answers, 429)
    expect(refused?.json).toMatchObject({ type: 'urn:straks:error:too-many-requests', status: 429 })
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(500)
    expect(Number(refused?.headers.get('retry-after'))).toBeLessThanOrEqual(600)
    expect(refused?.headers.get('ratelimit')).toMatch(/^"recipient";r=0;t=\d+$/)
    expect(refused?.headers.get('ratelimit-policy')).toBe('"recipient";q=3;w=600')
    expect(await client.sms(sent)).toMatchObject({ status: 200 })
    expect(await client.sms(smsRequest({ recipient: { phoneNumber: newNumber() } }))).toMatchObject({ status: 201 })
    const refusedThen = refusedBefore + ATTACK - 2
    expect(await fence('crowd', 'perRecipient')).toMatchObject({ messages: 3, seconds: 600, refused: refusedThen })
  })

  it('counts orders and mail too, in whatever case the address is written', async () => {
    const client = await clientOf('crowd')
    const mail = (emailAddress: string) => client.email(emailRequest({ recipient: { emailAddress } }))
    const domain = `crowd-${crypto.randomUUID().slice(0, 8)}.example`
    expect(await mail(`ola.nordmann@${domain}`)).toMatchObject({ status: 201 })
    expect(await mail(`OLA.nordmann@${domain}`)).toMatchObject({ status: 201 })
    const order = {
      idempotencyId: crypto.randomUUID(),
      recipient: {
        recipientEmail: {
          emailAddress: `ola.nordmann@${domain.toUpperCase()}`,
          emailSettings: { subject: 'Brev', body: 'Et nytt brev.' },
        },
      },
    }
    expect(await client.order(order)).toMatchObject({ status: 201 })
    expect(await client.order({ ...order, idempotencyId: crypto.randomUUID() })).toMatchObject({ status: 429 })
    expect(await client.order(order)).toMatchObject({ status: 200 })
  })

  it('is not spent by a request that is sent again and again', async () => {
    const client = await clientOf('crowd')
    const phoneNumber = newNumber()
    const request = smsRequest({ recipient: { phoneNumber } })
    const answers = await attack(200, () => client.sms(request))
    expect(withStatus(answers, 201)).toHaveLength(1)
    expect(withStatus(answers, 200)).toHaveLength(199)
    for (let index = 0; index < 2; index++)
      expect(await client.sms(smsRequest({ recipient: { phoneNumber } }))).toMatchObject({ status: 201 })
    expect(await client.sms(smsRequest({ recipient: { phoneNumber } }))).toMatchObject({ status: 429 })
  })
})

describe('a fence on an organisation', () => {
  it('lets as many messages pass in a minute as it allows', async () => {
    const client = await clientOf(ofThisTry('minute'))
    const answers = await attack(60, () => client.sms())
    expect(withStatus(answers, 201)).toHaveLength(5)
    expect(withStatus(answers, 429)).toHaveLength(55)
    expect(Number(withStatus(answers, 429)[0]?.headers.get('retry-after'))).toBeLessThanOrEqual(61)
    expect(await (await clientOf('wide')).sms()).toMatchObject({ status: 201 })
  })

  it('keeps the count of its day and of its recipients when the service is killed', async () => {
    const daily = ofThisTry('daily')
    const client = await clientOf(daily)
    const toFull = smsRequest({ recipient: { phoneNumber: newNumber() } })
    const fill = async (org: string) => (await clientOf(org)).sms({ ...toFull, idempotencyId: crypto.randomUUID() })
    for (let count = 0; count < 3; count++) expect(await fill('crowd')).toMatchObject({ status: 201 })
    expect(withStatus(await attack(15, () => client.sms()), 201)).toHaveLength(15)
    await expect.poll(() => fence(daily, 'perDay'), { timeout: 20_000 }).toMatchObject({ used: 15 })
    // What is counted is written within a tenth of a second.
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    await server.kill()
    await start()
    const later = await clientOf(daily)
    expect(withStatus(await attack(60, () => later.sms()), 201)).toHaveLength(5)
    expect(await fill('crowd')).toMatchObject({ status: 429 })
  })
})
