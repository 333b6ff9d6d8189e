import { beforeAll, describe, expect, it } from 'vitest'
import {
  arrived,
  getShipment,
  postSms,
  reaches,
  shipmentIdOf,
  smsRequest,
  someAddress,
  someOrganization,
  tokenFor,
} from '../support.ts'
import {
  cancelOrder,
  getOrder,
  orderTo,
  postOrder,
  putParty,
  shipmentsOf,
  someNationalIdentityNumber,
  toEmail,
  toPerson,
  toSms,
} from './support.ts'

const HOUR_MS = 3_600_000

let token: string
beforeAll(async () => {
  token = await tokenFor({ org: 'followers' })
})

const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString()

async function placed(changes: Record<string, unknown> = {}, recipient: Record<string, unknown> = toEmail()) {
  const answer = await postOrder(orderTo(recipient, changes), token)
  expect(answer.status).toBe(201)
  return { answer, orderId: String(answer.json.notificationOrderId), shipmentId: shipmentIdOf(answer) }
}

describe('an order that is not due yet', () => {
  it('is registered, and has no recipients yet', async () => {
    const { shipmentId } = await placed({ requestedSendTime: inMs(HOUR_MS) })
    expect((await getShipment(shipmentId, token)).json).toMatchObject({
      type: 'Notification',
      status: 'Order_Registered',
      recipients: [],
    })
    expect(await arrived(shipmentId)).toEqual([])
  })

  it('shows its reminders as shipments of their own', async () => {
    const { answer } = await placed({ reminders: [{ delayDays: 3, recipient: toEmail() }] })
    const [, reminder = ''] = shipmentsOf(answer)
    expect((await getShipment(reminder, token)).json).toMatchObject({ type: 'Reminder', status: 'Order_Registered' })
    expect((await getOrder(reminder, token)).json.requestedSendTime).toBe(
      new Date(
        Date.parse(String((await getOrder(shipmentIdOf(answer), token)).json.requestedSendTime)) + 72 * HOUR_MS,
      ).toISOString(),
    )
  })

  it('is sent at its moment, not before', async () => {
    const requestedSendTime = inMs(1_500)
    const { shipmentId } = await placed({ requestedSendTime })
    await reaches(shipmentId, 'Order_Completed', token)
    const [message] = await arrived(shipmentId)
    expect(Date.parse(String(message?.receivedAt))).toBeGreaterThanOrEqual(Date.parse(requestedSendTime))
  })

  it('is shown whole, by the id of the order and of its shipment', async () => {
    const address = someAddress()
    const requestedSendTime = inMs(HOUR_MS)
    const recipient = toEmail({ subject: 'Et brev', body: 'Les det.' }, address)
    const { orderId, shipmentId } = await placed({ requestedSendTime, sendersReference: 'sak-1' }, recipient)
    const { status, json } = await getOrder(shipmentId, token)
    expect([status, json]).toEqual([
      200,
      {
        id: shipmentId,
        sendersReference: 'sak-1',
        requestedSendTime,
        creator: 'followers',
        created: expect.stringMatching(/Z$/),
        notificationChannel: 'Email',
        recipients: [{ emailAddress: address }],
        emailTemplate: { fromAddress: 'noreply@altinn.no', subject: 'Et brev', body: 'Les det.', contentType: 'Plain' },
        links: {
          self: expect.stringContaining(`/notifications/api/v1/orders/${shipmentId}`),
          status: expect.stringContaining(`/notifications/api/v1/orders/${shipmentId}/status`),
        },
      },
    ])
    expect((await getOrder(orderId, token)).json).toMatchObject({ id: orderId, sendersReference: 'sak-1' })
  })

  it('can be cancelled, twice, and is never sent', async () => {
    const { shipmentId } = await placed({ requestedSendTime: inMs(HOUR_MS) })
    for (const _time of [1, 2])
      expect(await cancelOrder(shipmentId, token)).toMatchObject({
        status: 200,
        json: { id: shipmentId, processingStatus: { status: 'Cancelled' } },
      })
    expect((await getShipment(shipmentId, token)).json.status).toBe('Order_Cancelled')
    expect((await getOrder(shipmentId, token)).json).not.toHaveProperty('emailTemplate')
  })

  it('is cancelled without its reminders by its shipment’s id, and with them by its own', async () => {
    const reminders = [{ delayDays: 1, recipient: toEmail() }]
    const alone = await placed({ requestedSendTime: inMs(HOUR_MS), reminders })
    await cancelOrder(alone.shipmentId, token)
    const [, left = ''] = shipmentsOf(alone.answer)
    expect((await getShipment(left, token)).json.status).toBe('Order_Registered')
    const whole = await placed({ requestedSendTime: inMs(HOUR_MS), reminders })
    expect((await cancelOrder(whole.orderId, token)).status).toBe(200)
    const [, gone = ''] = shipmentsOf(whole.answer)
    expect((await getShipment(gone, token)).json.status).toBe('Order_Cancelled')
  })

  it('cannot be cancelled within five minutes of its moment', async () => {
    const { shipmentId } = await placed({ requestedSendTime: inMs(299_000) })
    expect(await cancelOrder(shipmentId, token)).toMatchObject({
      status: 409,
      json: { type: 'urn:straks:error:order-not-cancellable' },
    })
    expect((await getShipment(shipmentId, token)).json.status).toBe('Order_Registered')
  })
})

describe('an order that has been sent', () => {
  it('shows how many messages it became, and keeps no text', async () => {
    const person = someNationalIdentityNumber()
    await putParty(`persons/${person}`, { name: 'Ola', email: someAddress(), mobile: '+4799990003' })
    const { shipmentId } = await placed({}, toPerson(person))
    await reaches(shipmentId, 'Order_Completed', token)
    const { json } = await getOrder(`${shipmentId}/status`, token)
    expect(json).toMatchObject({
      id: shipmentId,
      notificationChannel: 'EmailAndSms',
      ignoreReservation: false,
      processingStatus: {
        status: 'Completed',
        description: 'Order processing is completed. All notifications have a final status.',
      },
      notificationsStatusSummary: { email: { generated: 1, succeeded: 1 }, sms: { generated: 1, succeeded: 0 } },
    })
    expect((await getOrder(shipmentId, token)).json).not.toHaveProperty('smsTemplate')
  })

  it('shows its messages by channel', async () => {
    const { shipmentId } = await placed({}, toSms({}, '+4799990005'))
    await reaches(shipmentId, 'Order_Completed', token)
    const sms = await getOrder(`${shipmentId}/notifications/sms`, token)
    expect(sms.json).toMatchObject({
      orderId: shipmentId,
      generated: 1,
      succeeded: 0,
      notifications: [
        {
          succeeded: false,
          recipient: { mobileNumber: '+4799990005' },
          sendStatus: { status: 'Failed_Rejected', description: expect.any(String) },
        },
      ],
    })
    expect((await getOrder(`${shipmentId}/notifications/email`, token)).json).toMatchObject({ generated: 0 })
  })

  it.each([
    ['invalidformat', 'Failed_InvalidEmailFormat'],
    ['suppressed', 'Failed_SupressedRecipient'],
    ['bounced', 'Failed_Bounced'],
  ])('names how an e-mail to %s failed as the first version does: %s', async (whose, status) => {
    // An address that mail has come back from is not mailed again by the same organisation.
    const own = await tokenFor({ org: someOrganization() })
    const shipmentId = shipmentIdOf(await postOrder(orderTo(toEmail({}, `${whose}@simulator.test`)), own))
    await reaches(shipmentId, 'Order_Completed', own)
    const { json } = await getOrder(`${shipmentId}/notifications/email`, own)
    const description = expect.stringMatching(/^Final\. /)
    expect(json).toMatchObject({ notifications: [{ id: shipmentId, sendStatus: { status, description } }] })
  })

  it('cannot be cancelled', async () => {
    const { shipmentId } = await placed()
    await reaches(shipmentId, 'Order_Completed', token)
    expect((await cancelOrder(shipmentId, token)).status).toBe(409)
  })
})

describe('an instant order', () => {
  it('is shown too, and cannot be cancelled', async () => {
    const shipmentId = shipmentIdOf(await postSms(smsRequest(), token))
    await reaches(shipmentId, 'SMS_Delivered', token)
    expect(await getOrder(`${shipmentId}/status`, token)).toMatchObject({
      status: 200,
      json: { notificationChannel: 'Sms', processingStatus: { status: 'Completed' } },
    })
    expect((await cancelOrder(shipmentId, token)).status).toBe(409)
  })
})

describe('somebody else’s order', () => {
  it('is not there', async () => {
    const { orderId, shipmentId } = await placed({ requestedSendTime: inMs(HOUR_MS) })
    const stranger = await tokenFor({ org: 'strangers' })
    for (const id of [orderId, shipmentId]) {
      expect((await getOrder(id, stranger)).status).toBe(404)
      expect((await getOrder(`${id}/status`, stranger)).status).toBe(404)
      expect((await cancelOrder(id, stranger)).status).toBe(404)
    }
    expect((await getShipment(shipmentId, token)).json.status).toBe('Order_Registered')
  })

  it.each(['00000000-0000-0000-0000-000000000000', '0b5c53f5-6c1a-4d2e-9b1f-0123456789ab'])(
    'is as little there as one by the id %s',
    async (id) => {
      expect((await getOrder(id, token)).status).toBe(404)
      expect((await cancelOrder(id, token)).status).toBe(404)
    },
  )

  it('is not looked for by what can be no id, as at Altinn', async () => {
    for (const path of ['nonsense', 'nonsense/status', '{abc}/notifications/sms', '0b5c53f5/notifications/email']) {
      const { status, json } = await getOrder(path, token)
      expect([status, json.errors], path).toEqual([400, { id: ['The value is not valid.'] }])
    }
    expect((await cancelOrder('nonsense', token)).status).toBe(400)
    const without = await tokenFor({ org: 'followers', scope: 'something:else' })
    expect((await getOrder('nonsense', without)).status).toBe(403)
  })

  it('needs a token with the scope', async () => {
    const without = await tokenFor({ org: 'followers', scope: 'something:else' })
    expect((await getOrder('0b5c53f5-6c1a-8d2e-9b1f-0123456789ab', without)).status).toBe(403)
    expect((await getOrder('0b5c53f5-6c1a-8d2e-9b1f-0123456789ab', '')).status).toBe(401)
  })
})
