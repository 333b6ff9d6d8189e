import { beforeAll, describe, expect, it } from 'vitest'
import { listIn, type Members } from '../../support/api/answer.ts'
import type { Client } from '../../support/api/client.ts'
import { orderTo, putParty, someNationalIdentityNumber, toPerson, toSms } from '../orders/support.ts'
import { eventually, service, smsRequest, someNumber, someOrganization, tokenFor } from '../support.ts'
import { auditOf, OPERATOR, operatorClient } from './support.ts'

const ORG = 'operated'
let sender: Client
let operator: Client
beforeAll(async () => {
  sender = service.clientWith(await tokenFor({ org: ORG }))
  operator = await operatorClient()
})

const find = async (query: string): Promise<readonly Members[]> =>
  listIn((await operator.ask('GET', `${OPERATOR}/shipments?${query}`)).json.items)
const look = (id: string) => operator.ask('GET', `${OPERATOR}/shipments/${id}`)
const redrive = (id: string) => operator.ask('POST', `${OPERATOR}/shipments/${id}/redrive`)
const enc = encodeURIComponent
const idsOf = (found: readonly Members[]) => found.map(({ shipmentId }) => shipmentId)

describe('an operator', () => {
  it('finds a message of any organisation by recipient, reference and key', async () => {
    const phoneNumber = someNumber()
    const sendersReference = `sak 17/b ${crypto.randomUUID()}`
    const request = smsRequest({ recipient: { phoneNumber }, request: { sendersReference } })
    const id = await sender.sendSms(request)
    await sender.settles(id)
    await eventually(
      async () => (await find(`recipient=${enc(phoneNumber)}`)).length,
      (count) => count === 1,
    )
    expect(await find(`recipient=${enc(phoneNumber)}`)).toMatchObject([
      { shipmentId: id, organization: ORG, channel: 'sms', status: 'SMS_Delivered', recipient: phoneNumber },
    ])
    expect(idsOf(await find(`recipient=${phoneNumber.slice(3)}`))).toEqual([id])
    expect(idsOf(await find(`organization=${ORG}&idempotencyId=${request.idempotencyId}`))).toEqual([id])
    expect(idsOf(await find(`organization=${ORG}&sendersReference=${enc(sendersReference)}`))).toEqual([id])
    expect(await find(`organization=another&recipient=${enc(phoneNumber)}`)).toEqual([])
    expect(await find(`recipient=${enc(phoneNumber)}&state=failed`)).toEqual([])
    expect(idsOf(await find(`recipient=${enc(phoneNumber)}&state=delivered`))).toEqual([id])
  })

  it('sees the whole timeline of one message, and never its text', async () => {
    const request = smsRequest({ recipient: { phoneNumber: '+4799990010' } })
    const id = await sender.sendSms(request)
    await sender.settles(id)
    const { status, json } = await look(id)
    expect([status, json.organization]).toEqual([200, ORG])
    const timeline = listIn(json.timeline)
    const events = timeline.map(({ event }) => event)
    for (const event of ['accepted', 'claimed', 'asked', 'answered', 'waits', 'receipt', 'ended'])
      expect(events).toContain(event)
    const outcomes = timeline.filter(({ event }) => event === 'answered').map(({ outcome }) => outcome)
    expect(outcomes).toEqual(['unavailable', 'unavailable', 'taken'])
    expect(timeline.filter(({ outcome }) => outcome === 'unavailable').map(({ code }) => code)).toEqual([
      'simulated',
      'simulated',
    ])
    expect(timeline.map(({ at }) => Date.parse(String(at)))).toEqual(
      timeline.map(({ at }) => Date.parse(String(at))).toSorted((a, b) => a - b),
    )
    expect(JSON.stringify(json)).not.toContain(request.recipientSms.smsSettings.body)
  })

  it('looks at the first shipment of an order by the id that its sender knows', async () => {
    const { notificationOrderId, notification } = (await sender.sms(smsRequest())).json as Members & {
      notification: Members
    }
    const { status, json } = await look(String(notificationOrderId))
    expect([status, json.shipmentId]).toEqual([200, notification.shipmentId])
  })

  it('finds what an order says to a person, by number and by address', async () => {
    const nin = someNationalIdentityNumber()
    const email = `kari.${nin}@example.com`
    await putParty(`persons/${nin}`, { name: 'Kari Nordmann', email })
    const id = await sender.sendOrder(orderTo(toPerson(nin)))
    await sender.reaches(id, 'Order_Completed')
    expect(idsOf(await find(`recipient=${nin}`))).toEqual([id])
    expect(idsOf(await find(`recipient=${enc(email.toUpperCase())}`))).toEqual([id])
    const events = listIn((await look(id)).json.timeline).map(({ event }) => event)
    expect(events).toEqual(expect.arrayContaining(['accepted', 'due', 'prepared', 'claimed', 'asked', 'ended']))
  })

  it('goes through long lists page by page', async () => {
    const phoneNumber = someNumber()
    const all = await Promise.all(
      Array.from({ length: 70 }, () => sender.sendSms(smsRequest({ recipient: { phoneNumber } }))),
    )
    const seen: unknown[] = []
    for (let cursor = ''; ; ) {
      const { json } = await operator.ask('GET', `${OPERATOR}/shipments?recipient=${enc(phoneNumber)}${cursor}`)
      seen.push(...idsOf(listIn(json.items)))
      if (json.next === null) break
      cursor = `&cursor=${enc(String(json.next))}`
    }
    expect(new Set(seen)).toEqual(new Set(all))
    const wrong = await operator.ask('GET', `${OPERATOR}/shipments?cursor=nonsense`)
    expect(wrong.status).toBe(400)
  })

  it('tries what waits once more, and is told why not where it may not', async () => {
    const waiting = await sender.sendSms(smsRequest({ recipient: { phoneNumber: '+4799990011' } }))
    await eventually(
      async () => listIn((await look(waiting)).json.timeline).filter(({ event }) => event === 'waits').length,
      (count) => count >= 3,
    )
    expect((await redrive(waiting)).status).toBe(202)
    const events = listIn((await look(waiting)).json.timeline).map(({ event }) => event)
    expect(events).toContain('redriven')
    const giveUp = await operator.ask('POST', `${OPERATOR}/shipments/${waiting}/give-up`)
    expect(giveUp.status).toBe(200)
    expect(await sender.settles(waiting)).toBe('SMS_Failed')
    const ended = await redrive(waiting)
    expect([ended.status, ended.json.code, ended.json.type]).toEqual([
      409,
      'ended',
      'urn:straks:error:shipment-immovable',
    ])
    const done = listIn((await look(waiting)).json.timeline).filter(({ event }) => event === 'operator')
    const actions = done.map(({ action, outcome }) => `${String(action)} ${String(outcome)}`)
    expect(new Set(done.map(({ who }) => who))).toEqual(new Set(['desk']))
    expect(actions).toEqual(expect.arrayContaining(['look found', 'redrive redriven', 'give-up done', 'redrive ended']))
    const late = await sender.sendSms(smsRequest({ recipient: { phoneNumber: '+4799990009', timeToLiveInSeconds: 1 } }))
    expect(await sender.settles(late, 50_000)).toBe('SMS_Failed_TTL')
    expect((await redrive(late)).json.code).toBe('expired')
  })

  it('cancels an order that waits, once', async () => {
    const id = await sender.sendOrder(orderTo(toSms(), { requestedSendTime: '2099-01-01T10:00:00Z' }))
    const cancel = () => operator.ask('POST', `${OPERATOR}/shipments/${id}/cancel`)
    const cancelled = await cancel()
    expect([cancelled.status, cancelled.json]).toEqual([200, { shipmentId: id }])
    expect((await sender.shipment(id)).json.status).toBe('Order_Cancelled')
    const again = await cancel()
    expect([again.status, again.json.code]).toEqual([409, 'ended'])
    const done = listIn((await look(id)).json.timeline).filter(({ event }) => event === 'operator')
    expect(done.map(({ action, outcome }) => `${String(action)} ${String(outcome)}`)).toContain('cancel done')
  })

  it('tries again all that a filter finds', async () => {
    const org = someOrganization()
    const client = service.clientWith(await tokenFor({ org }))
    const ids = [
      await client.sendSms(smsRequest({ recipient: { phoneNumber: '+4799990011' } })),
      await client.sendSms(smsRequest({ recipient: { phoneNumber: '+4799990011' } })),
    ]
    const answer = await operator.ask('POST', `${OPERATOR}/redrives`, { organization: org, state: 'unfinished' })
    expect([answer.status, answer.json]).toEqual([200, { redriven: 2, refused: 0, next: null }])
    for (const id of ids) await operator.ask('POST', `${OPERATOR}/shipments/${id}/give-up`)
    const none = await operator.ask('POST', `${OPERATOR}/redrives`, { organization: org, state: 'failed' })
    expect(none.json).toMatchObject({ redriven: 0, refused: 2 })
  })

  it('sends no copies where many are tried again', async () => {
    const org = someOrganization()
    const client = service.clientWith(await tokenFor({ org }))
    const id = await client.sendSms(smsRequest({ recipient: { phoneNumber: '+4799990009' } }))
    await client.reaches(id, 'SMS_Accepted')
    const answer = await operator.ask('POST', `${OPERATOR}/redrives`, { organization: org, state: 'unfinished' })
    expect(answer.json).toEqual({ redriven: 0, refused: 1, next: null })
    expect((await look(id)).json).toMatchObject({ status: 'SMS_Accepted', deliveries: [{ attempts: 1 }] })
  })

  it('tries again what a key names, and nothing else', async () => {
    const org = someOrganization()
    const client = service.clientWith(await tokenFor({ org }))
    const request = smsRequest({ recipient: { phoneNumber: '+4799990011' } })
    await client.sendSms(request)
    await client.sendSms(smsRequest({ recipient: { phoneNumber: '+4799990011' } }))
    const { idempotencyId } = request
    const answer = await operator.ask('POST', `${OPERATOR}/redrives`, { organization: org, idempotencyId })
    expect(answer.json).toEqual({ redriven: 1, refused: 0, next: null })
    const none = await operator.ask('POST', `${OPERATOR}/redrives`, { organization: org, idempotencyId: 'none' })
    expect(none.json).toEqual({ redriven: 0, refused: 0, next: null })
  })

  it('refuses a filter with a member that it does not know, which would leave everything in', async () => {
    for (const wrong of [{ organisation: 'ttd' }, { organization: ORG, key: 'x' }]) {
      const answer = await operator.ask('POST', `${OPERATOR}/redrives`, wrong)
      expect([answer.status, JSON.stringify(answer.json)], JSON.stringify(wrong)).toEqual([
        400,
        expect.stringContaining('organization'),
      ])
    }
    const answer = await operator.ask('GET', `${OPERATOR}/shipments?organisation=ttd`)
    expect(answer.status).toBe(400)
  })

  it('refuses a filter that is empty or given twice, which would leave more in than was asked for', async () => {
    for (const [query, member] of [
      ['recipient=', 'recipient'],
      [`organization=${ORG}&recipient=%20`, 'recipient'],
      ['Recipient=', 'recipient'],
      ['state=failed&state=delivered', 'state'],
    ]) {
      const { status, json } = await operator.ask('GET', `${OPERATOR}/shipments?${query}`)
      expect([status, json.errors], query).toEqual([400, { [String(member)]: [expect.any(String)] }])
    }
    const states = { state: ['It must be one of these: unfinished, uncertain, dead, failed, delivered.'] }
    expect((await operator.ask('GET', `${OPERATOR}/shipments?state=Failed`)).json.errors).toEqual(states)
    expect((await operator.ask('POST', `${OPERATOR}/redrives`, { state: 'all' })).json.errors).toEqual(states)
    const twice = '{"organization":"nobody: \\"x\\"","state":"dead","org\\u0061nization":"no-one"}'
    const both = await operator.request('POST', `${OPERATOR}/redrives`, twice, { 'content-type': 'application/json' })
    expect([both.status, await both.json()]).toMatchObject([400, { errors: { $: ['A member is given twice.'] } }])
    const list = await operator.ask('POST', `${OPERATOR}/redrives`, [])
    expect([list.status, list.json.errors]).toEqual([400, { $: [expect.any(String)] }])
  })

  it('is told where there is no such shipment', async () => {
    for (const id of [crypto.randomUUID(), 'caa7f1c0-9d7b-8e56-8d3f-5350f4eb9301', 'nonsense']) {
      const answer = await look(id)
      expect([answer.status, answer.json.type]).toEqual([404, 'urn:straks:error:shipment-unknown'])
    }
    expect((await redrive(crypto.randomUUID())).status).toBe(404)
  })

  it('leaves an entry of each look and each action, without naming anyone', async () => {
    const phoneNumber = someNumber()
    await find(`recipient=${enc(phoneNumber)}`)
    const id = await sender.sendSms(smsRequest({ recipient: { phoneNumber } }))
    await look(id)
    await redrive(id)
    const entries = await auditOf(operator)
    const text = JSON.stringify(entries)
    expect(text).not.toContain(phoneNumber.slice(3))
    expect(entries.slice(0, 3)).toMatchObject([
      { action: 'redrive', shipmentId: id, organization: ORG, who: 'desk' },
      { action: 'look', shipmentId: id, outcome: 'found' },
      { action: 'find', details: 'recipient (phone)', outcome: '0 found' },
    ])
  })
})
