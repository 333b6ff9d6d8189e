import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listIn } from '../support/api/answer.ts'
import type { Client } from '../support/api/client.ts'
import { emailRequest, smsRequest } from '../support/api/requests.ts'
import { Service } from '../support/api/service.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'
import { numbersAfter } from './providers/allowed-numbers.ts'
import { SmsGateway } from './providers/sms-gateway.ts'
import { smsProviders } from './providers/sms-providers.ts'
import { TwilioService } from './providers/twilio-service.ts'

/** The first of the numbers that this file uses. */
const FIRST_NUMBER = 41_700_000

const OPERATOR = '/straks/v1/operator'

/** What a process knows of pauses is two seconds old at the most. */
const KNOWN_FOR_MS = 2_100

const gateway = new SmsGateway()
const twilio = new TwilioService()
let folder: string
let server: DevServer
let sender: Client
let operator: Client

async function start(): Promise<void> {
  server = await startDevServer({
    persistTo: join(folder, 'state'),
    vars: {
      SMS_ALLOW_LIST: numbersAfter(FIRST_NUMBER),
      ...smsProviders(gateway, twilio),
      EMAIL_PROVIDERS: 'inbox',
    },
  })
  const service = Service.at(server)
  sender = await service.client()
  operator = await service.client({ org: 'desk', scope: 'straks:operator' })
}

beforeAll(async () => {
  await Promise.all([gateway.listen(), twilio.listen()])
  folder = await mkdtemp(join(tmpdir(), 'straks-paused-'))
  await start()
})
/** A test that failed while the service was down, or a provider was paused, is tried again, and needs both. */
beforeEach(async () => {
  if (server?.isRunning() === false) await start()
  const paused = (await providers()).filter(([, , isPaused]) => isPaused)
  for (const [name] of paused) await steer(String(name), 'resume')
  if (paused.length > 0) await new Promise((resolve) => setTimeout(resolve, KNOWN_FOR_MS))
})
afterAll(async () => {
  gateway.close()
  twilio.close()
  await server?.stop()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

const steer = (provider: string, action: 'pause' | 'resume') =>
  operator.ask('POST', `${OPERATOR}/providers/${provider}/${action}`)

const providers = async () =>
  listIn((await operator.ask('GET', `${OPERATOR}/overview?minutes=1`)).json.providers).map(
    ({ name, channel, paused }) => [name, channel, paused],
  )

let lastNumber = FIRST_NUMBER
/** Sends an SMS, and tells who got it. */
async function takerOfSms(): Promise<string> {
  const phoneNumber = `+47${++lastNumber}`
  const id = await sender.sendSms(smsRequest({ recipient: { phoneNumber, timeToLiveInSeconds: 60 } }))
  await sender.reaches(id, 'SMS_Accepted')
  const takers = [
    gateway.submitted.some(({ receiver }) => `+${receiver}` === phoneNumber) ? 'link' : '',
    twilio.smsTo(phoneNumber).length > 0 ? 'twilio' : '',
  ]
  return takers.join('')
}

describe('a provider that operators pause', () => {
  it('gets nothing more, through restarts too, and the next gets it; resumed, it is preferred again', async () => {
    expect(await takerOfSms()).toBe('link')
    expect((await steer('link', 'pause')).json).toEqual({ provider: 'link', paused: true })
    await new Promise((resolve) => setTimeout(resolve, KNOWN_FOR_MS))
    expect([await takerOfSms(), await takerOfSms()]).toEqual(['twilio', 'twilio'])
    await server.stop()
    await start()
    expect(await takerOfSms()).toBe('twilio')
    expect(await providers()).toEqual([
      ['link', 'sms', true],
      ['twilio', 'sms', false],
      ['inbox', 'email', false],
    ])
    const metrics = await (await operator.request('GET', `${OPERATOR}/metrics`)).text()
    expect(metrics).toContain('straks_provider_paused{provider="link",channel="sms"} 1')
    expect((await steer('link', 'resume')).status).toBe(200)
    await new Promise((resolve) => setTimeout(resolve, KNOWN_FOR_MS))
    expect(await takerOfSms()).toBe('link')
  })

  it('keeps its messages waiting where there is no other; resumed in time, they go out, once', async () => {
    await steer('inbox', 'pause')
    await new Promise((resolve) => setTimeout(resolve, KNOWN_FOR_MS))
    const id = await sender.sendEmail(emailRequest())
    await new Promise((resolve) => setTimeout(resolve, KNOWN_FOR_MS))
    expect(await sender.statusOf(id)).toBe('Email_Sending')
    await steer('inbox', 'resume')
    expect(await sender.settles(id)).toBe('Email_Delivered')
    expect(await Service.at(server).arrived(id)).toHaveLength(1)
    const { json } = await operator.ask('GET', `${OPERATOR}/shipments/${id}`)
    expect(listIn(json.timeline).filter(({ event }) => event === 'asked')).toHaveLength(1)
  })

  it('must be one that is selected, and each pause is audited', async () => {
    const unknown = await steer('smtp', 'pause')
    expect([unknown.status, unknown.json.type]).toEqual([404, 'urn:straks:error:provider-unknown'])
    const senderOnly = await Service.at(server).client({ scope: 'altinn:serviceowner/notifications.create' })
    const sendersCall = await senderOnly.ask('POST', `${OPERATOR}/providers/link/pause`)
    expect(sendersCall.status).toBe(403)
    await steer('link', 'pause')
    await steer('link', 'resume')
    await steer('twilio', 'resume')
    const entries = listIn((await operator.ask('GET', `${OPERATOR}/audit`)).json.items)
    const steered = entries.filter(({ action }) => action === 'pause' || action === 'resume').slice(0, 3)
    expect(steered.map(({ who, action, details, outcome }) => [who, action, details, outcome])).toEqual([
      ['desk', 'resume', 'provider twilio', 'as it was'],
      ['desk', 'resume', 'provider link', 'done'],
      ['desk', 'pause', 'provider link', 'done'],
    ])
  })
})
