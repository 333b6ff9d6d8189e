import { NotificationLog } from '@straks/shared/answers'
import { beforeAll, describe, expect, it } from 'vitest'
import { listIn } from '../../support/api/answer.ts'
import { API, as, reaches, someAddress, someNumber, tokenFor } from '../support.ts'
import { orderTo, postOrder, shipmentsOf, toEmail, toSms } from './support.ts'

let token: string
beforeAll(async () => {
  token = await tokenFor()
})

const log = (query: string, by = token) => as(by).ask('GET', `${API}/enduser/log${query}`)
const entries = async (query: string, by = token) => listIn((await log(query, by)).json)

describe('the log of a dialogue', () => {
  it('has the messages of the orders that name it, by dialogue, transmission or both', async () => {
    const [dialogId, transmissionId] = [crypto.randomUUID(), crypto.randomUUID()]
    const [address, number] = [someAddress(), someNumber()]
    const reminders = [{ delayDays: 1, recipient: toSms() }]
    const first = await postOrder(
      orderTo(toEmail({}, address), { dialogportenAssociation: { dialogId, transmissionId }, reminders }),
      token,
    )
    const second = await postOrder(orderTo(toSms({}, number), { dialogportenAssociation: { dialogId } }), token)
    const [mail = ''] = shipmentsOf(first)
    const [sms = ''] = shipmentsOf(second)
    for (const id of [mail, sms]) await reaches(id, 'Order_Completed', token)
    const mailEntry = {
      notificationId: mail,
      dialogId,
      transmissionId,
      type: 'Notification',
      channel: 'Email',
      destination: address,
      status: 'Delivered',
      requestedSendTime: expect.any(String),
      lastUpdateTime: expect.any(String),
    }
    const smsEntry = { notificationId: sms, dialogId, channel: 'SMS', destination: number, status: 'Delivered' }
    const all = await entries(`?dialogId=${dialogId}`)
    expect(all).toHaveLength(2)
    expect(all).toEqual(expect.arrayContaining([mailEntry, expect.objectContaining(smsEntry)]))
    expect(NotificationLog().parse(all)).toEqual(all)
    expect(await entries(`?TransmissionID=${transmissionId}&transmissionid=other`)).toEqual([mailEntry])
    expect(await entries(`?dialogId=${dialogId}&transmissionId=${transmissionId}`)).toEqual([mailEntry])
    expect(await entries(`?dialogId=${dialogId}&transmissionId=${crypto.randomUUID()}`)).toEqual([])
    expect(await entries(`?dialogId=${dialogId}`, await tokenFor({ org: 'skd' }))).toEqual([])
  })

  it('knows a dialogue in every spelling of its id', async () => {
    const [dialogId, transmissionId] = [crypto.randomUUID(), crypto.randomUUID()]
    const written = { dialogId: dialogId.toUpperCase(), transmissionId: `{${transmissionId}}` }
    const [id = ''] = shipmentsOf(await postOrder(orderTo(toEmail(), { dialogportenAssociation: written }), token))
    await reaches(id, 'Order_Completed', token)
    const entry = expect.objectContaining({ notificationId: id, dialogId, transmissionId })
    for (const spelt of [dialogId, dialogId.toUpperCase(), dialogId.replaceAll('-', ''), `(${dialogId})`])
      expect(await entries(`?dialogId=${spelt}&transmissionId=${transmissionId}`)).toEqual([entry])
  })

  it('wants to know of which dialogue, and who asks', async () => {
    for (const query of ['', '?dialogId=', `?dialogId=${'a'.repeat(300)}`]) expect((await log(query)).status).toBe(400)
    expect((await log('?dialogId=1', await tokenFor({ scope: 'other' }))).status).toBe(403)
  })
})
