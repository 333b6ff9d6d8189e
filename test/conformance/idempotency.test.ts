import { beforeAll, describe, expect, it } from 'vitest'
import { arrived, emailRequest, postEmail, postSms, reaches, shipmentIdOf, smsRequest, tokenFor } from './support.ts'

let token: string
beforeAll(async () => {
  token = await tokenFor()
})

describe('an idempotency key', () => {
  it('makes 25 concurrent duplicates of 20 requests into 20 messages', async () => {
    const KEYS = 20
    const DUPLICATES = 25
    const requests = Array.from({ length: KEYS }, () => smsRequest())
    const answers = await Promise.all(
      requests.flatMap((request) => Array.from({ length: DUPLICATES }, () => postSms(request, token))),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(KEYS)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(KEYS * (DUPLICATES - 1))
    const shipmentIds = [...new Set(answers.map(shipmentIdOf))]
    expect(shipmentIds).toHaveLength(KEYS)
    for (const shipmentId of shipmentIds) {
      await reaches(shipmentId, 'SMS_Delivered', token)
      expect(await arrived(shipmentId)).toHaveLength(1)
    }
  })

  it('answers a replay 200 with the same ids and the stored reference', async () => {
    const request = smsRequest()
    const first = await postSms(request, token)
    const replay = await postSms(request, token)
    expect(replay.status).toBe(200)
    expect(replay.json).toEqual(first.json)
    expect(replay.headers.get('straks-idempotency')).toBe('replay')
    expect(replay.headers.has('location')).toBe(false)
  })

  it('answers a different body under a used key 200, sends nothing, and says so in a header', async () => {
    const request = smsRequest()
    const first = await postSms(request, token)
    const other = smsRequest({ request: { idempotencyId: request.idempotencyId, sendersReference: 'another' } })
    const replay = await postSms(other, token)
    expect(replay.status).toBe(200)
    expect(replay.json).toEqual(first.json)
    expect(replay.headers.get('straks-idempotency')).toBe('mismatch')
    await reaches(shipmentIdOf(first), 'SMS_Delivered', token)
    expect(await arrived(shipmentIdOf(first))).toHaveLength(1)
  })

  it('says so where nothing but the reference differs', async () => {
    const request = smsRequest()
    await postSms(request, token)
    const replay = await postSms({ ...request, sendersReference: 'another' }, token)
    expect([replay.status, replay.headers.get('straks-idempotency')]).toEqual([200, 'mismatch'])
  })

  it('sees the same request behind another spelling', async () => {
    const request = smsRequest({ recipient: { phoneNumber: '+4791000000', timeToLiveInSeconds: 60 } })
    const { smsSettings } = request.recipientSms
    await postSms(request, token)
    const respelt = { phoneNumber: '0047 910 00 000', timeToLiveInSeconds: '60', smsSettings }
    const replay = await postSms({ ...request, recipientSms: respelt }, token)
    expect(replay.headers.get('straks-idempotency')).toBe('replay')
  })

  it('is shared by SMS and e-mail', async () => {
    const sms = smsRequest()
    const first = await postSms(sms, token)
    const second = await postEmail(emailRequest({ request: { idempotencyId: sms.idempotencyId } }), token)
    expect(second.status).toBe(200)
    expect(second.json).toEqual(first.json)
  })

  it('is case-sensitive, untrimmed and not necessarily a UUID', async () => {
    const key = `Nøkkel ${crypto.randomUUID()}`
    const statuses = []
    for (const idempotencyId of [key, key.toLowerCase(), `${key} `, key])
      statuses.push((await postSms(smsRequest({ request: { idempotencyId } }), token)).status)
    expect(statuses).toEqual([201, 201, 201, 200])
  })

  it('may be as long as a body allows', async () => {
    const idempotencyId = crypto.randomUUID().repeat(1_000)
    expect((await postSms(smsRequest({ request: { idempotencyId } }), token)).status).toBe(201)
    expect((await postSms(smsRequest({ request: { idempotencyId } }), token)).status).toBe(200)
  })

  it('is each organisation’s own', async () => {
    const request = smsRequest()
    const mine = await postSms(request, token)
    const theirs = await postSms(request, await tokenFor({ org: 'skd' }))
    expect([mine.status, theirs.status]).toEqual([201, 201])
    expect(shipmentIdOf(theirs)).not.toBe(shipmentIdOf(mine))
  })

  it('is not used up by a request that is refused', async () => {
    const wrong = smsRequest({ recipient: { phoneNumber: '123' } })
    expect((await postSms(wrong, token)).status).toBe(400)
    const right = smsRequest({ request: { idempotencyId: wrong.idempotencyId } })
    expect((await postSms(right, token)).status).toBe(201)
  })

  it('does not make an invalid replay right: that is 400', async () => {
    const request = smsRequest()
    await postSms(request, token)
    const invalid = smsRequest({
      request: { idempotencyId: request.idempotencyId },
      recipient: { timeToLiveInSeconds: 0 },
    })
    expect((await postSms(invalid, token)).status).toBe(400)
  })
})
