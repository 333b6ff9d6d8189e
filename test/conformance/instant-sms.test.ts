import { beforeAll, describe, expect, it } from 'vitest'
import { arrived, eventually, postSms, reaches, shipmentIdOf, smsRequest, someNumber, tokenFor } from './support.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

let token: string
beforeAll(async () => {
  token = await tokenFor()
})

describe('an instant SMS', () => {
  it('is answered 201 with the ids of order and shipment and the sender’s reference', async () => {
    const answer = await postSms(smsRequest(), token)
    expect(answer.status).toBe(201)
    expect(answer.json).toEqual({
      notificationOrderId: expect.stringMatching(UUID),
      notification: { shipmentId: expect.stringMatching(UUID), sendersReference: 'login-1234' },
    })
  })

  it('is answered without a reference where the sender gave none', async () => {
    const { sendersReference, ...request } = smsRequest()
    expect((await postSms(request, token)).json.notification).toEqual({ shipmentId: expect.any(String) })
    const withNull = smsRequest({ request: { sendersReference: null } })
    expect((await postSms(withNull, token)).json.notification).toEqual({ shipmentId: expect.any(String) })
  })

  it('tells in Location where its status is', async () => {
    const answer = await postSms(smsRequest(), token)
    expect(answer.headers.get('location')).toContain(`/notifications/api/v1/future/shipment/${shipmentIdOf(answer)}`)
  })

  it('arrives once, from its sender, word for word', async () => {
    const request = smsRequest({ settings: { sender: 'Skatt' } })
    const shipmentId = shipmentIdOf(await postSms(request, token))
    await reaches(shipmentId, 'SMS_Delivered', token)
    const { phoneNumber, smsSettings } = request.recipientSms
    expect(await arrived(shipmentId)).toEqual([
      expect.objectContaining({ channel: 'sms', to: phoneNumber, from: 'Skatt', body: smsSettings.body }),
    ])
  })

  it.each([['left out'], [null], [''], ['   ']])(
    'comes from the default sender where the sender is %j',
    async (sender) => {
      const request = smsRequest({ settings: sender === 'left out' ? { sender: undefined } : { sender } })
      const shipmentId = shipmentIdOf(await postSms(request, token))
      const [message] = await eventually(
        () => arrived(shipmentId),
        (messages) => messages.length > 0,
      )
      expect(message).toMatchObject({ from: 'Altinn' })
    },
  )

  it.each([['00'], ['+']])('goes to the E.164 form of a number that starts with %s and has spaces', async (prefix) => {
    const number = someNumber()
    const written = `${prefix}47 ${number.slice(3, 5)} ${number.slice(5, 8)} ${number.slice(8)} `
    const shipmentId = shipmentIdOf(await postSms(smsRequest({ recipient: { phoneNumber: written } }), token))
    const manifest = await reaches(shipmentId, 'SMS_Delivered', token)
    expect(manifest.json.recipients).toMatchObject([{ destination: number }])
  })

  it('is read as Altinn reads it: names in any case, numbers in quotes, unknown members passed over', async () => {
    const { idempotencyId, recipientSms } = smsRequest()
    const { phoneNumber, smsSettings } = recipientSms
    const request = {
      IDEMPOTENCYID: idempotencyId,
      dialogportenAssociation: { dialogId: 1 },
      RecipientSms: { PhoneNumber: phoneNumber, timetoliveinseconds: '60', SmsSettings: { Body: smsSettings.body } },
    }
    const answer = await postSms(request, token)
    expect(answer.status).toBe(201)
    await reaches(shipmentIdOf(answer), 'SMS_Delivered', token)
  })

  it('takes the last of two members with the same name', async () => {
    const { recipientSms } = smsRequest()
    const recipient = JSON.stringify(recipientSms)
    const last = crypto.randomUUID()
    const twice = `{"idempotencyId":"${crypto.randomUUID()}","recipientSms":${recipient},"idempotencyId":"${last}"}`
    const first = await postSms(twice, token)
    const replay = await postSms({ idempotencyId: last, recipientSms }, token)
    expect(first.status).toBe(201)
    expect(replay.status).toBe(200)
    expect(shipmentIdOf(replay)).toBe(shipmentIdOf(first))
  })

  it('takes the last of two spellings of a name, and does not judge the first', async () => {
    const { recipientSms, ...rest } = smsRequest()
    const recipient = { ...recipientSms, phoneNumber: '1', PhoneNumber: recipientSms.phoneNumber }
    const answer = await postSms(
      { ...rest, idempotencyId: ' ', IDEMPOTENCYID: crypto.randomUUID(), recipientSms: recipient },
      token,
    )
    expect([answer.status, answer.json.errors]).toEqual([201, undefined])
  })
})
