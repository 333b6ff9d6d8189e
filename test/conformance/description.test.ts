import * as answers from '@straks/shared/answers'
import { beforeAll, describe, expect, it } from 'vitest'
import type * as z from 'zod'
import { send } from '#client'
import {
  CORRESPONDENCE,
  confirm,
  details,
  idsOf,
  initialise,
  messageRequest,
  ownTexts,
  READ,
  WRITE,
} from './correspondence/messages.ts'
import {
  cancelOrder,
  getOrder,
  orderTo,
  postOrder,
  putParty,
  someNationalIdentityNumber,
  toEmail,
  toPerson,
} from './orders/support.ts'
import {
  type Answer,
  API,
  eventually,
  getShipment,
  postSms,
  reaches,
  SCOPE,
  shipmentIdOf,
  smsRequest,
  tokenFor,
} from './support.ts'

let token: string
let both: string
beforeAll(async () => {
  token = await tokenFor({ org: 'described' })
  both = await tokenFor({ org: 'described', scope: `${WRITE} ${READ} ${SCOPE}` })
})

const HOUR_MS = 3_600_000

/** Holds an answer against its description: a schema drops what it does not know, so nothing may be missing or beyond it. */
function expectDescribed(schema: () => z.ZodType, answer: unknown): void {
  expect(schema().parse(answer)).toEqual(answer)
}

describe('the description of the API holds for', () => {
  it('accepted orders, with reminders and without', async () => {
    expectDescribed(answers.OrderAnswer, (await postSms(smsRequest(), token)).json)
    const reminders = [{ delayDays: 1, sendersReference: 'again', recipient: toEmail() }]
    expectDescribed(answers.OrderAnswer, (await postOrder(orderTo(toEmail(), { reminders }), token)).json)
  })

  it('shipments of every kind', async () => {
    const instant = shipmentIdOf(await postSms(smsRequest(), token))
    expectDescribed(answers.ShipmentManifest, (await reaches(instant, 'SMS_Delivered', token)).json)
    const ordered = shipmentIdOf(await postOrder(orderTo(toEmail()), token))
    expectDescribed(answers.ShipmentManifest, (await reaches(ordered, 'Order_Completed', token)).json)
  })

  it('orders that are followed and cancelled', async () => {
    const nin = someNationalIdentityNumber()
    await putParty(`persons/${nin}`, { name: 'Ola Nordmann', email: 'ola@example.com', mobile: '99999999' })
    const id = shipmentIdOf(await postOrder(orderTo(toPerson(nin)), token))
    expectDescribed(answers.FollowedOrder, (await getOrder(id, token)).json)
    await reaches(id, 'Order_Completed', token)
    for (const channel of ['email', 'sms'])
      expectDescribed(answers.OrderNotifications, (await getOrder(`${id}/notifications/${channel}`, token)).json)
    expectDescribed(answers.OrderStatus, (await getOrder(`${id}/status`, token)).json)
    const requestedSendTime = new Date(Date.now() + HOUR_MS).toISOString()
    const waiting = shipmentIdOf(await postOrder(orderTo(toEmail(), { requestedSendTime }), token))
    expectDescribed(answers.CancelledOrder, (await cancelOrder(waiting, token)).json)
  })

  it('people who have declined', async () => {
    const nin = someNationalIdentityNumber()
    await putParty(`persons/${nin}`, { name: 'Per', email: 'per@example.com', reserved: true })
    const id = shipmentIdOf(await postOrder(orderTo(toPerson(nin)), token))
    expectDescribed(answers.ShipmentManifest, (await reaches(id, 'Order_Completed', token)).json)
    expectDescribed(answers.FollowedOrder, (await getOrder(id, token)).json)
    expectDescribed(answers.OrderNotifications, (await getOrder(`${id}/notifications/email`, token)).json)
  })

  it('the feed', async () => {
    const id = shipmentIdOf(await postSms(smsRequest(), token))
    const read = async (): Promise<unknown> =>
      (await send(`${API}/shipment/feed`, { headers: { authorization: `Bearer ${token}` } })).json()
    const page = await eventually(read, (entries) => JSON.stringify(entries).includes(id))
    expectDescribed(answers.StatusFeedPage, page)
  })

  it('correspondences, as long as they live', async () => {
    const notification = ownTexts({
      sendReminder: true,
      reminderEmailSubject: 'Ulest melding',
      reminderEmailBody: 'Du har en ulest melding.',
      reminderSmsBody: 'Du har en ulest melding.',
      customRecipients: [{ emailAddress: 'kari@example.com' }],
    })
    const initialised = await initialise(messageRequest({ notification }), both)
    expectDescribed(answers.InitializedCorrespondences, initialised.json)
    const [id = ''] = idsOf(initialised)
    const overview = async (): Promise<Answer> => {
      const response = await send(`${CORRESPONDENCE}/${id}`, { headers: { authorization: `Bearer ${both}` } })
      return { status: response.status, headers: response.headers, json: Object(await response.json()) }
    }
    expectDescribed(answers.CorrespondenceOverview, (await overview()).json)
    await eventually(overview, ({ json }) => JSON.stringify(json.notifications).includes('-'))
    await confirm(id, both)
    expectDescribed(answers.CorrespondenceOverview, (await overview()).json)
    expectDescribed(answers.CorrespondenceDetails, (await details(id, both)).json)
  })

  it('refusals', async () => {
    const refusals = [
      await postSms(smsRequest({ recipient: { phoneNumber: '1' } }), token),
      await postOrder('{', token),
      await initialise(messageRequest({ content: { messageTitle: '' } }), both),
      await getShipment(crypto.randomUUID(), token),
      await cancelOrder(shipmentIdOf(await postSms(smsRequest(), token)), token),
    ]
    for (const { status, json } of refusals) {
      expect(status).toBeGreaterThanOrEqual(400)
      expectDescribed(answers.Problem, json)
    }
  })
})
