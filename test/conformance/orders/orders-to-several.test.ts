import { ListedOrderAnswer } from '@straks/shared/answers'
import { beforeAll, describe, expect, it } from 'vitest'
import { listIn } from '../../support/api/answer.ts'
import { arrived, getShipment, someAddress, someNumber, tokenFor } from '../support.ts'
import {
  destinations,
  emailOrder,
  ended,
  listedOrder,
  order,
  organization,
  person,
  placed,
  smsOrder,
  tokenOfSeveral,
} from './several.ts'
import { cancelOrder, getOrder, ORDERS, someNationalIdentityNumber } from './support.ts'

let token: string
beforeAll(async () => {
  token = await tokenOfSeveral()
})

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

describe('an order to several recipients', () => {
  it('answers 202 with its id and its address, and no look-up where all are addresses', async () => {
    const answer = await order('/email', emailOrder([{ emailAddress: someAddress() }]))
    expect([answer.status, answer.json]).toEqual([202, { orderId: expect.stringMatching(UUID) }])
    expect(ListedOrderAnswer().safeParse(answer.json).success).toBe(true)
    expect(answer.headers.get('location')).toMatch(new RegExp(`${ORDERS}/${answer.json.orderId}$`))
  })

  it('sends an e-mail to each address', async () => {
    const addresses = [someAddress(), someAddress(), someAddress()]
    const orderId = await placed(
      '/email',
      emailOrder(
        addresses.map((emailAddress) => ({ emailAddress })),
        { subject: 'Til alle', contentType: 'html', body: '<p>Hei</p>' },
      ),
    )
    expect(await destinations(orderId)).toEqual(addresses.map((address) => `Email ${address} Email_Delivered`))
    const messages = await arrived(orderId)
    expect(messages.map(({ to }) => to).sort()).toEqual([...addresses].sort())
    for (const message of messages)
      expect(message).toMatchObject({ channel: 'email', subject: 'Til alle', from: 'noreply@altinn.no' })
  })

  it('sends an SMS to each number, in its E.164 form', async () => {
    const numbers = [someNumber(), someNumber()]
    const recipients = numbers.map((number) => ({ mobileNumber: `00${number.slice(1)}` }))
    const orderId = await placed('/sms', smsOrder(recipients, { senderNumber: 'Etaten' }))
    expect(await destinations(orderId)).toEqual(numbers.map((number) => `SMS ${number} SMS_Delivered`))
    for (const message of await arrived(orderId)) expect(message).toMatchObject({ channel: 'sms', from: 'Etaten' })
  })

  it('is a new one each time that it comes', async () => {
    const body = emailOrder([{ emailAddress: someAddress() }], { sendersReference: 'twice' })
    expect(await placed('/email', body)).not.toBe(await placed('/email', body))
  })

  it('fills in the name of each person and organisation, and tells no national identity number', async () => {
    const [email, mobile] = [someAddress(), someNumber()]
    const nationalIdentityNumber = await person({ email })
    const organizationNumber = await organization({ mobiles: [mobile] })
    const text = 'Hei $recipientName$ ($recipientNumber$)'
    const orderId = await placed(
      '',
      listedOrder('EmailPreferred', [{ nationalIdentityNumber }, { organizationNumber }], {
        emailTemplate: { subject: 'Til $recipientName$', body: text },
        smsTemplate: { body: text },
      }),
    )
    expect(await destinations(orderId)).toEqual([`Email ${email} Email_Delivered`, `SMS ${mobile} SMS_Delivered`])
    const messages = await arrived(orderId)
    expect(messages.find(({ channel }) => channel === 'email')).toMatchObject({
      subject: 'Til Ola Nordmann',
      body: 'Hei Ola Nordmann ()',
    })
    expect(messages.find(({ channel }) => channel === 'sms')).toMatchObject({
      body: `Hei Bakeriet AS (${organizationNumber})`,
    })
  })

  it.each([
    ['EmailPreferred', ['Email']],
    ['SmsPreferred', ['SMS']],
    ['EmailAndSms', ['Email', 'SMS']],
    ['Email', ['Email']],
    ['Sms', ['SMS']],
  ])('by %s goes to a recipient with both addresses by %j', async (channel, expected) => {
    const both = { emailAddress: someAddress(), mobileNumber: someNumber() }
    const orderId = await placed('', listedOrder(channel, [both]))
    const { json } = await ended(orderId)
    expect(listIn(json.recipients).map(({ type }) => type)).toEqual(expected)
  })

  // docs/altinn/notifications.md §4.3
  it('shows its e-mails before its SMS, each in the order of the recipients', async () => {
    const recipients = [1, 2].map(() => ({ emailAddress: someAddress(), mobileNumber: someNumber() }))
    const orderId = await placed('', listedOrder('EmailAndSms', recipients))
    const { json } = await ended(orderId)
    expect(listIn(json.recipients).map(({ destination }) => destination)).toEqual([
      ...recipients.map(({ emailAddress }) => emailAddress),
      ...recipients.map(({ mobileNumber }) => mobileNumber),
    ])
  })

  it('goes to the others where one cannot be reached', async () => {
    const address = someAddress()
    const orderId = await placed(
      '/email',
      emailOrder([
        { emailAddress: 'invalidformat@simulator.test' },
        { nationalIdentityNumber: someNationalIdentityNumber() },
        { emailAddress: address },
      ]),
    )
    const { json } = await ended(orderId)
    expect(listIn(json.recipients).map(({ status }) => status)).toEqual([
      'Email_Failed_InvalidFormat',
      'Email_Failed_RecipientNotIdentified',
      'Email_Delivered',
    ])
    expect(listIn(json.recipients)).toContainEqual(
      expect.objectContaining({ destination: address, status: 'Email_Delivered' }),
    )
  })

  it('waits for its time, and can be cancelled until then', async () => {
    const requestedSendTime = new Date(Date.now() + 3_600_000).toISOString()
    const orderId = await placed('/email', emailOrder([{ emailAddress: someAddress() }], { requestedSendTime }))
    expect((await getShipment(orderId, token)).json).toMatchObject({ status: 'Order_Registered', recipients: [] })
    expect((await cancelOrder(orderId, token)).json).toMatchObject({ processingStatus: { status: 'Cancelled' } })
  })

  it('takes a time up to five minutes ago for now', async () => {
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
    const at = (requestedSendTime: string) =>
      order('/email', emailOrder([{ emailAddress: someAddress() }], { requestedSendTime }))
    expect((await at(ago(4))).status).toBe(202)
    expect(await at(ago(6))).toMatchObject({
      status: 400,
      json: { errors: { RequestedSendTime: ['Send time must be in the future. Leave blank to send immediately.'] } },
    })
  })

  it('belongs to its organisation alone', async () => {
    const orderId = await placed('/email', emailOrder([{ emailAddress: someAddress() }], { sendersReference: 'own' }))
    const other = await tokenFor({ org: 'another' })
    for (const path of ['', '/status', '/notifications/email', '/notifications/sms'])
      expect([path, (await getOrder(orderId + path, other)).status]).toEqual([path, 404])
    expect((await getOrder('?sendersReference=own', other)).json).toEqual({ count: 0, orders: [] })
  })
})
