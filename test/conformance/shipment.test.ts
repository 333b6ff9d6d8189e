import { describe, expect, it } from 'vitest'
import { getShipment, postSms, reaches, shipmentIdOf, smsRequest, tokenFor } from './support.ts'

describe('a shipment', () => {
  it('shows its reference, type, status and recipient', async () => {
    const token = await tokenFor()
    const request = smsRequest()
    const shipmentId = shipmentIdOf(await postSms(request, token))
    const { json } = await reaches(shipmentId, 'SMS_Delivered', token)
    const lastUpdate = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)
    expect(json).toEqual({
      shipmentId,
      sendersReference: 'login-1234',
      type: 'Instant',
      status: 'SMS_Delivered',
      lastUpdate,
      recipients: [{ type: 'SMS', destination: request.recipientSms.phoneNumber, status: 'SMS_Delivered', lastUpdate }],
    })
  })

  it('is found by its id in capital letters too', async () => {
    const token = await tokenFor()
    const shipmentId = shipmentIdOf(await postSms(smsRequest(), token))
    expect((await getShipment(shipmentId.toUpperCase(), token)).json.shipmentId).toBe(shipmentId)
  })

  it('is not there for another organisation', async () => {
    const shipmentId = shipmentIdOf(await postSms(smsRequest(), await tokenFor()))
    const answer = await getShipment(shipmentId, await tokenFor({ org: 'skd' }))
    expect(answer.status).toBe(404)
    expect(answer.json).toMatchObject({
      type: 'urn:altinn:error:NOT-00003',
      code: 'NOT-00003',
      title: 'Shipment not found',
      status: 404,
    })
  })

  it('is not found by the order’s id, a random UUID or no UUID at all', async () => {
    const token = await tokenFor()
    const order = await postSms(smsRequest(), token)
    for (const id of [String(order.json.notificationOrderId), crypto.randomUUID(), 'x', '0', '%00'])
      expect((await getShipment(id, token)).status).toBe(404)
  })
})
