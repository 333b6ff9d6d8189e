import { describe, expect, it } from 'vitest'
import { API, arrived, post, postSms, reaches, shipmentIdOf, smsRequest, tokenFor } from './support.ts'

const path = `${API}/orders/instant`

const deprecated = (request: ReturnType<typeof smsRequest>) => {
  const { recipientSms, ...rest } = request
  return { ...rest, recipient: { recipientSms } }
}

describe('the deprecated instant route', () => {
  it('sends an SMS', async () => {
    const token = await tokenFor()
    const answer = await post(path, deprecated(smsRequest()), { token })
    expect(answer.status).toBe(201)
    await reaches(shipmentIdOf(answer), 'SMS_Delivered', token)
    expect(await arrived(shipmentIdOf(answer))).toHaveLength(1)
  })

  it('says in every answer that it is going away, and where to go', async () => {
    const token = await tokenFor()
    for (const body of [deprecated(smsRequest()), {}]) {
      const { headers } = await post(path, body, { token })
      expect(headers.get('deprecation')).toMatch(/^@\d+$/)
      expect(Date.parse(headers.get('sunset') ?? '')).toBeGreaterThan(Date.now())
      expect(headers.get('link')).toContain(`<${path}/sms>; rel="successor-version"`)
    }
  })

  it('shares its keys with the routes that replace it', async () => {
    const token = await tokenFor()
    const request = smsRequest()
    const first = await post(path, deprecated(request), { token })
    const again = await postSms(request, token)
    expect([first.status, again.status]).toEqual([201, 200])
    expect(again.json).toEqual(first.json)
  })

  it('names a wrong field as Altinn does', async () => {
    const { recipientSms, ...rest } = smsRequest({ recipient: { phoneNumber: '12345' } })
    const answer = await post(path, { ...rest, recipient: { recipientSms } }, { token: await tokenFor() })
    expect(answer.status).toBe(400)
    expect(answer.json.errors).toEqual({
      'InstantNotificationRecipient.ShortMessageDeliveryDetails.PhoneNumber': [
        'Recipient phone number is not a valid mobile number.',
      ],
    })
  })
})
