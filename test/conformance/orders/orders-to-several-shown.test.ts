import { FollowedOrder, FoundOrders, OrderNotifications, OrderStatus } from '@straks/shared/answers'
import { beforeAll, describe, expect, it } from 'vitest'
import { send } from '#client'
import { listIn } from '../../support/api/answer.ts'
import { someAddress, someNumber } from '../support.ts'
import { emailOrder, ended, listedOrder, organization, person, placed, tokenOfSeveral } from './several.ts'
import { getOrder } from './support.ts'

let token: string
beforeAll(async () => {
  token = await tokenOfSeveral()
})

describe('what is shown of an order to several', () => {
  it('is what was ordered, and who of it has declined', async () => {
    const reserved = await person({ email: someAddress(), reserved: true })
    const address = someAddress()
    const texts = {
      subject: 'Brev',
      body: 'Hei på deg',
      contentType: 'Plain',
      resourceId: 'urn:altinn:resource:x',
      ignoreReservation: false,
    }
    const orderId = await placed(
      '/email',
      emailOrder([{ emailAddress: address }, { nationalIdentityNumber: reserved }], {
        ...texts,
        sendersReference: 'shown',
        requestedSendTime: new Date(Date.now() + 3_600_000).toISOString(),
      }),
    )
    const { json } = await getOrder(orderId, token)
    expect(json).toMatchObject({
      id: orderId,
      sendersReference: 'shown',
      creator: 'several',
      notificationChannel: 'Email',
      ignoreReservation: false,
      resourceId: 'urn:altinn:resource:x',
      recipients: [{ emailAddress: address }, { nationalIdentityNumber: reserved }],
      emailTemplate: { fromAddress: 'noreply@altinn.no', subject: 'Brev', body: 'Hei på deg', contentType: 'Plain' },
    })
    expect(FollowedOrder().safeParse(json).success).toBe(true)
    await send(`/dev/shipments/${orderId}/due?org=several`, { method: 'POST' })
    await ended(orderId)
    expect((await getOrder(orderId, token)).json.recipients).toEqual([
      { emailAddress: address },
      { nationalIdentityNumber: reserved, isReserved: true },
    ])
  })

  it('is its status and each of its messages, by channel', async () => {
    const [email, mobile, both] = [
      someAddress(),
      someNumber(),
      { emailAddress: someAddress(), mobileNumber: someNumber() },
    ]
    const organizationNumber = await organization({ emails: [email], mobiles: [mobile] })
    const orderId = await placed(
      '',
      listedOrder('EmailAndSms', [{ organizationNumber }, both], { sendersReference: 'all' }),
    )
    await ended(orderId)
    const status = await getOrder(`${orderId}/status`, token)
    expect(OrderStatus().safeParse(status.json).success).toBe(true)
    expect(status.json).toMatchObject({
      processingStatus: { status: 'Completed' },
      notificationsStatusSummary: { email: { generated: 2, succeeded: 2 }, sms: { generated: 2, succeeded: 2 } },
    })
    const ids: unknown[] = []
    for (const [channel, first, second] of [
      ['email', { organizationNumber, emailAddress: email }, { emailAddress: both.emailAddress }],
      ['sms', { organizationNumber, mobileNumber: mobile }, { mobileNumber: both.mobileNumber }],
    ] as const) {
      const { json } = await getOrder(`${orderId}/notifications/${channel}`, token)
      expect(OrderNotifications().safeParse(json).success).toBe(true)
      expect(json).toMatchObject({ orderId, sendersReference: 'all', generated: 2, succeeded: 2 })
      expect(listIn(json.notifications).map(({ recipient }) => recipient)).toEqual([first, second])
      expect(listIn(json.notifications)[0]).toMatchObject({ succeeded: true, sendStatus: { status: 'Delivered' } })
      ids.push(...listIn(json.notifications).map(({ id }) => id))
    }
    expect(new Set(ids).size).toBe(4)
  })
})

describe('orders by a reference', () => {
  it('are found, whichever their ledger, and whether they have ended or not', async () => {
    const sendersReference = `sak "${crypto.randomUUID()}" æ`
    const recipients = [{ emailAddress: someAddress() }]
    const requestedSendTime = new Date(Date.now() + 3_600_000).toISOString()
    const sent = await placed('/email', emailOrder(recipients, { sendersReference }))
    await ended(sent)
    const waiting = await placed('/email', emailOrder(recipients, { sendersReference, requestedSendTime }))
    await placed('/email', emailOrder(recipients, { sendersReference: `${sendersReference}.`, requestedSendTime }))
    const { status, json } = await getOrder(`?sendersReference=${encodeURIComponent(sendersReference)}`, token)
    expect(FoundOrders().safeParse(json).success).toBe(true)
    expect([status, json.count, listIn(json.orders).map(({ id }) => id)]).toEqual([200, 2, [sent, waiting]])
    expect(listIn(json.orders)[1]).toMatchObject({ sendersReference, requestedSendTime, recipients })
  })

  it('are the newest 100', async () => {
    const sendersReference = `sak ${crypto.randomUUID()}`
    const requestedSendTime = new Date(Date.now() + 3_600_000).toISOString()
    const ids: string[] = []
    for (let index = 0; index < 102; index++)
      ids.push(
        await placed('/email', emailOrder([{ emailAddress: someAddress() }], { sendersReference, requestedSendTime })),
      )
    const { json } = await getOrder(`?sendersReference=${encodeURIComponent(sendersReference)}`, token)
    const found = listIn(json.orders).map(({ id }) => String(id))
    expect([json.count, found.length, found.includes(ids.at(-1) ?? '')]).toEqual([100, 100, true])
  }, 120_000)

  it('are none where no order has it', async () => {
    const { status, json } = await getOrder('?SendersReference=nothing', token)
    expect([status, json]).toEqual([200, { count: 0, orders: [] }])
  })

  it.each(['', '?sendersReference=', '?other=1'])('are asked for with a reference, not with %j', async (query) => {
    expect(await getOrder(query, token)).toMatchObject({
      status: 400,
      json: { errors: { sendersReference: ['The sendersReference field is required.'] } },
    })
  })
})
