import { beforeAll, describe, expect, it } from 'vitest'
import { listIn, type Members } from '../../support/api/answer.ts'
import type { Client } from '../../support/api/client.ts'
import { emailRequest, eventually, service, smsRequest, someOrganization, tokenFor } from '../support.ts'
import { OPERATOR, operatorClient } from './support.ts'

const ORG = 'overseen'
let sender: Client
let operator: Client
beforeAll(async () => {
  sender = service.clientWith(await tokenFor({ org: ORG }))
  operator = await operatorClient()
  const ids = [
    await sender.sendSms(),
    await sender.sendSms(),
    await sender.sendEmail(),
    await sender.sendSms(smsRequest({ recipient: { phoneNumber: '+4799990003' } })),
    await sender.sendEmail(emailRequest({ recipient: { emailAddress: 'invalidformat@simulator.test' } })),
  ]
  for (const id of ids) await sender.settles(id)
  await eventually(
    () => sender.feed(0),
    (entries) => entries.length === ids.length,
  )
})

const overview = async (query = '') => operator.ask('GET', `${OPERATOR}/overview${query}`)
const mine = ({ organizations }: Members): Members =>
  listIn(organizations).find(({ organization }) => organization === ORG) ?? {}

const metrics = async (): Promise<string> => (await operator.request('GET', `${OPERATOR}/metrics`)).text()
const sampleOf = (text: string, start: string): number => {
  const line = text.split('\n').find((one) => one.startsWith(start))
  return Number(line?.split(' ').at(-1))
}

describe('the overview', () => {
  it('counts what was accepted, sent, delivered and failed', async () => {
    const { status, json } = await overview('?minutes=5')
    expect(status).toBe(200)
    expect(Math.abs(Date.parse(String(json.at)) - Date.now())).toBeLessThan(60_000)
    expect(mine(json)).toMatchObject({ accepted: 5, sent: 4, delivered: 3, failed: 2, waiting: 0, deadLetters: 0 })
    for (const member of ['accepted', 'sent', 'delivered', 'failed', 'deadLetters', 'oldestWaitingSeconds'])
      expect(json[member]).toBeTypeOf('number')
    expect(json.deliveredWithin10s).toBeGreaterThan(0)
    expect(json.deliveredWithin10s).toBeLessThanOrEqual(1)
  })

  it('tells how long messages took, by the minute, by provider', async () => {
    const { json } = await overview()
    for (const times of [json.acceptedToProviderMs, json.acceptedToDeliveredMs])
      expect(Object.keys(Object(times))).toEqual(['p50', 'p95', 'p99'])
    expect(Object(json.acceptedToDeliveredMs).p50).toBeGreaterThan(0)
    // Other files share the runtime, and what they send to a number that is never available may have opened it.
    const state = expect.stringMatching(/^(?:closed|open|half-open)$/)
    expect(listIn(json.providers)).toContainEqual(expect.objectContaining({ name: 'inbox', channel: 'sms', state }))
    const perMinute = listIn(json.perMinute).filter(({ organization }) => organization === ORG)
    const delivered = perMinute.filter(({ channel, provider }) => channel === 'sms' && provider === 'inbox')
    expect(delivered.reduce((sum, one) => sum + Number(one.delivered), 0)).toBe(2)
  })

  it('sees what waits', async () => {
    const before = mine((await overview()).json)
    const id = await sender.sendSms(smsRequest({ recipient: { phoneNumber: '+4799990011' } }))
    const waiting = await eventually(
      async () => mine((await overview()).json),
      (one) => Number(one.waiting) > Number(before.waiting) && Number(one.oldestWaitingSeconds) > 0,
    )
    expect(waiting).toMatchObject({ waiting: Number(before.waiting) + 1, accepted: Number(before.accepted) + 1 })
    await operator.ask('POST', `${OPERATOR}/shipments/${id}/give-up`)
    // Between its end and the feed's word of it, it is in neither count.
    await eventually(
      async () => mine((await overview()).json),
      ({ waiting, accepted }) => waiting === before.waiting && Number(accepted) === Number(before.accepted) + 1,
    )
  })

  it('counts what a provider has as sent before it has ended, and each kind once a minute', async () => {
    const org = someOrganization()
    const client = service.clientWith(await tokenFor({ org }))
    const request = () => smsRequest({ recipient: { phoneNumber: '+4799990009' } })
    for (let count = 0; count < 3; count++) await client.sendSms(request())
    const theirs = ({ organizations }: Members) =>
      listIn(organizations).find(({ organization }) => organization === org)
    const { json } = await eventually(
      () => overview('?minutes=5'),
      (answer) => theirs(answer.json)?.waiting === 0,
    )
    expect(theirs(json)).toMatchObject({ accepted: 3, sent: 3, delivered: 0, failed: 0 })
    const rows = listIn(json.perMinute).filter(({ organization }) => organization === org)
    const kinds = rows.map(({ at, channel, provider }) => `${String(at)} ${String(channel)} ${String(provider)}`)
    expect(new Set(kinds).size).toBe(kinds.length)
    expect(rows.map(({ provider }) => provider)).toContain('inbox')
  })

  it('takes a number of minutes, and nothing else', async () => {
    for (const minutes of ['0', '1441', 'x', '-1', '1.5'])
      expect((await overview(`?minutes=${minutes}`)).status, minutes).toBe(400)
    expect((await overview('?minutes=1440')).json.minutes).toBe(1_440)
  })
})

describe('the metrics', () => {
  it('are OpenMetrics text', async () => {
    const response = await operator.request('GET', `${OPERATOR}/metrics`)
    expect(response.headers.get('content-type')).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8')
    const lines = (await response.text()).split('\n')
    expect(lines.slice(-2)).toEqual(['# EOF', ''])
    const SAMPLE = /^[a-z_0-9]+(?:\{(?:[a-z_]+="[^"\n]*",?)*\})? -?\d+(?:\.\d+)?(?:e[+-]\d+)?$/
    for (const line of lines.slice(0, -2)) expect(line).toMatch(line.startsWith('#') ? /^# (TYPE|HELP|UNIT) / : SAMPLE)
  })

  it('have counters that grow with each message, and histograms that add up', async () => {
    const labels = `{organization="${ORG}",channel="sms",provider="inbox"}`
    const before = await metrics()
    await sender.settles(await sender.sendSms())
    const name = `straks_messages_delivered_total${labels}`
    const after = await eventually(metrics, (text) => sampleOf(text, name) === sampleOf(before, name) + 1)
    const count = sampleOf(after, `straks_accepted_to_delivered_seconds_count${labels}`)
    expect(count).toBe(sampleOf(after, name))
    expect(sampleOf(after, `straks_accepted_to_delivered_seconds_bucket${labels.replace('}', ',le="+Inf"}')}`)).toBe(
      count,
    )
    expect(sampleOf(after, `straks_dead_letters{organization="${ORG}"}`)).toBe(0)
  })
})
