import { describe, expect, it } from 'vitest'
import { send } from '#client'
import {
  arrived,
  emailRequest,
  postEmail,
  postSms,
  reaches,
  read,
  shipmentIdOf,
  smsRequest,
  tokenFor,
} from './support.ts'

describe('the development routes', () => {
  it('give a token of the local issuer', async () => {
    const { status, json } = await read(await send('/dev/token', { method: 'POST' }))
    expect(status).toBe(200)
    expect(json).toEqual({
      access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      token_type: 'Bearer',
      expires_in: expect.any(Number),
    })
  })

  it('give a token that lasts as long as asked', async () => {
    const { json } = await read(await send('/dev/token', { method: 'POST', body: '{"expiresIn":60}' }))
    expect(json.expires_in).toBe(60)
  })

  it.each(['{"expiresIn":"soon"}', '{', '[]', '{"org":1}'])('refuse the token request %s', async (body) => {
    expect((await send('/dev/token', { method: 'POST', body })).status).toBe(400)
  })

  it('show a message with all that is known of it', async () => {
    const token = await tokenFor()
    const request = smsRequest()
    const shipmentId = shipmentIdOf(await postSms(request, token))
    await reaches(shipmentId, 'SMS_Delivered', token)
    expect(await arrived(shipmentId)).toEqual([
      {
        id: expect.any(String),
        channel: 'sms',
        to: request.recipientSms.phoneNumber,
        from: 'Altinn',
        body: request.recipientSms.smsSettings.body,
        shipmentId,
        receivedAt: expect.stringMatching(/^\d{4}-.*Z$/),
        status: expect.stringMatching(/^SMS_(Accepted|Delivered)$/),
        simulated: false,
        timeline: expect.arrayContaining([{ status: 'SMS_Sending', at: expect.any(String) }]),
        size: { encoding: 'GSM-7', units: request.recipientSms.smsSettings.body.length, parts: 1 },
      },
    ])
  })

  it('list messages newest first, and can be emptied', async () => {
    const token = await tokenFor()
    const first = shipmentIdOf(await postEmail(emailRequest(), token))
    await reaches(first, 'Email_Delivered', token)
    const second = shipmentIdOf(await postSms(smsRequest(), token))
    await reaches(second, 'SMS_Delivered', token)
    const messages: unknown = await (await send('/dev/inbox/messages')).json()
    if (!Array.isArray(messages)) throw new Error('The inbox shows no list')
    expect(messages.slice(0, 2)).toMatchObject([{ shipmentId: second }, { shipmentId: first }])
    expect((await send('/dev/inbox/messages', { method: 'DELETE' })).status).toBe(204)
    expect(await (await send('/dev/inbox/messages')).json()).toEqual([])
  })
})
