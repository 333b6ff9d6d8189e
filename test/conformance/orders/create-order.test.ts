import { beforeAll, describe, expect, it } from 'vitest'
import {
  arrived,
  eventually,
  getShipment,
  postSms,
  reaches,
  shipmentIdOf,
  smsRequest,
  someAddress,
  someNumber,
  tokenFor,
} from '../support.ts'
import {
  orderTo,
  postOrder,
  putParty,
  shipmentsOf,
  smsSettings,
  someNationalIdentityNumber,
  someOrganizationNumber,
  toEmail,
  toOrganization,
  toPerson,
  toSms,
} from './support.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

let token: string
beforeAll(async () => {
  token = await tokenFor({ org: 'orders' })
})

/** Sends an order and waits until all of it has arrived. */
async function sent(order: unknown, status = 'Order_Completed') {
  const answer = await postOrder(order, token)
  expect(answer.status).toBe(201)
  const { json } = await reaches(shipmentIdOf(answer), status, token)
  return { manifest: json, messages: await arrived(shipmentIdOf(answer)) }
}

describe('an e-mail that waits for the day', () => {
  it.each(['Daytime', 2, 'Anytime', null])(
    'is accepted, and sent at once where its window is always open: %s',
    async (policy) => {
      const answer = await postOrder(orderTo(toEmail({ sendingTimePolicy: policy })), token)
      expect(answer.status).toBe(201)
      await reaches(shipmentIdOf(answer), 'Order_Completed', token)
      expect(await arrived(shipmentIdOf(answer))).toHaveLength(1)
    },
  )
})

describe('an order', () => {
  it('answers 201 with the ids of itself, its shipment and its reminders', async () => {
    const reminders = [
      { sendersReference: 'r-1', delayDays: 7, recipient: toEmail() },
      { delayDays: 14, recipient: toSms() },
    ]
    const answer = await postOrder(orderTo(toEmail(), { sendersReference: 'main', reminders }), token)
    expect(answer.status).toBe(201)
    expect(answer.json).toEqual({
      notificationOrderId: expect.stringMatching(UUID),
      notification: {
        shipmentId: expect.stringMatching(UUID),
        sendersReference: 'main',
        reminders: [
          { shipmentId: expect.stringMatching(UUID), sendersReference: 'r-1' },
          { shipmentId: expect.stringMatching(UUID) },
        ],
      },
    })
    expect(new Set(shipmentsOf(answer)).size).toBe(3)
    expect(answer.headers.get('location')).toContain(shipmentIdOf(answer))
  })

  it('answers 200 with the same ids when it comes again, and sends once', async () => {
    const order = orderTo(toEmail(), { sendersReference: 'once', reminders: [{ delayDays: 1, recipient: toSms() }] })
    const first = await postOrder(order, token)
    const again = await postOrder(order, token)
    expect([again.status, again.json]).toEqual([200, first.json])
    expect(again.headers.get('straks-idempotency')).toBe('replay')
    await reaches(shipmentIdOf(first), 'Order_Completed', token)
    expect(await arrived(shipmentIdOf(first))).toHaveLength(1)
  })

  it('answers 200 with the first ids and references when another comes under its key, and says so', async () => {
    const order = orderTo(toEmail(), { sendersReference: 'first' })
    const first = await postOrder(order, token)
    const other = await postOrder({ ...order, sendersReference: 'second' }, token)
    expect([other.status, other.json]).toEqual([200, first.json])
    expect(other.headers.get('straks-idempotency')).toBe('mismatch')
  })

  it('shares no keys with instant messages', async () => {
    const order = orderTo(toEmail())
    const { idempotencyId } = order
    await postSms(smsRequest({ request: { idempotencyId } }), token)
    expect((await postOrder(order, token)).status).toBe(201)
  })

  it('goes to an e-mail address', async () => {
    const address = someAddress()
    const { manifest, messages } = await sent(
      orderTo(toEmail({ subject: 'Et brev' }, address), { sendersReference: 'a' }),
    )
    expect(messages).toMatchObject([{ channel: 'email', to: address, subject: 'Et brev', from: 'noreply@altinn.no' }])
    expect(manifest).toMatchObject({
      type: 'Notification',
      status: 'Order_Completed',
      sendersReference: 'a',
      recipients: [{ type: 'Email', destination: address, status: 'Email_Delivered' }],
    })
  })

  it('goes to a telephone number in its E.164 form', async () => {
    const number = someNumber()
    const { manifest, messages } = await sent(orderTo(toSms({}, `00${number.slice(1)}`)))
    expect(messages).toMatchObject([{ channel: 'sms', to: number, from: 'Altinn' }])
    expect(manifest.recipients).toMatchObject([{ type: 'SMS', destination: number, status: 'SMS_Delivered' }])
  })

  it('is completed when its recipient cannot be reached, and the recipient’s status says why', async () => {
    const { manifest } = await sent(orderTo(toSms({}, '+4799990003')))
    expect(manifest).toMatchObject({ status: 'Order_Completed', recipients: [{ status: 'SMS_Failed_Undelivered' }] })
  })

  it('puts a subject of several lines on one', async () => {
    const { messages } = await sent(orderTo(toEmail({ subject: 'En\r\nto\nBcc: x@example.com' })))
    expect(messages).toMatchObject([{ subject: 'En to Bcc: x@example.com' }])
  })
})

describe('an order to somebody a register knows', () => {
  const name = 'Kari <Nordmann>'
  const [person, organization] = [someNationalIdentityNumber(), someOrganizationNumber()]
  const [email, mobile] = [someAddress(), someNumber()]
  const [first, second] = [someAddress(), someAddress()]

  beforeAll(async () => {
    await putParty(`persons/${person}`, { name, email, mobile })
    await putParty(`organizations/${organization}`, { name: 'Bakeri AS', emails: [first, second], mobiles: [] })
  })

  it('goes to a person by both channels, as one shipment', async () => {
    const { manifest, messages } = await sent(orderTo(toPerson(person)))
    expect(messages.map(({ to }) => to).sort()).toEqual([email, mobile].sort())
    expect(manifest.recipients).toMatchObject([
      { type: 'Email', destination: email, status: 'Email_Delivered' },
      { type: 'SMS', destination: mobile, status: 'SMS_Delivered' },
    ])
  })

  it('goes to every address of an organisation', async () => {
    const { messages } = await sent(orderTo(toOrganization(organization, { channelSchema: 'Email' })))
    expect(messages.map(({ to }) => to).sort()).toEqual([first, second].sort())
  })

  it('takes the other channel where the preferred one has no address', async () => {
    const { messages } = await sent(orderTo(toOrganization(organization, { channelSchema: 'SmsPreferred' })))
    expect(messages.map(({ channel }) => channel)).toEqual(['email', 'email'])
    const byMail = await sent(orderTo(toPerson(person, { channelSchema: 'EmailPreferred' })))
    expect(byMail.messages).toMatchObject([{ channel: 'email', to: email }])
  })

  it('names its recipient, and numbers organisations only', async () => {
    const body = '$recipientName$ ($recipientNumber$)'
    const byName = (recipient: Record<string, unknown>) => sent(orderTo(recipient))
    const party = { channelSchema: 'SmsPreferred', smsSettings: { body }, emailSettings: { subject: 'x', body } }
    expect((await byName(toPerson(person, party))).messages).toMatchObject([{ body: `${name} ()` }])
    const [message] = (await byName(toOrganization(organization, party))).messages
    expect(message).toMatchObject({ body: `Bakeri AS (${organization})` })
  })

  it('fills in a keyword in any letter case', async () => {
    const body = '$RecipientName$ ($RECIPIENTNUMBER$)'
    const party = { channelSchema: 'SmsPreferred', smsSettings: { body }, emailSettings: { subject: 'x', body } }
    const [message] = (await sent(orderTo(toOrganization(organization, party)))).messages
    expect(message).toMatchObject({ body: `Bakeri AS (${organization})` })
  })

  it('escapes names in an HTML mail', async () => {
    const settings = { subject: '$recipientName$', body: '<p>$recipientName$</p>', contentType: 'Html' }
    const { messages } = await sent(orderTo(toPerson(person, { channelSchema: 'Email', emailSettings: settings })))
    expect(messages).toMatchObject([{ subject: name, body: '<p>Kari &lt;Nordmann&gt;</p>', text: name }])
  })

  it('is refused with 422 where a recipient has no address in its channels, and its key stays free', async () => {
    const nobody = someNationalIdentityNumber()
    await putParty(`persons/${nobody}`, { name: 'Uten Adresse' })
    const order = orderTo(toPerson(nobody))
    expect(await postOrder(order, token)).toMatchObject({
      status: 422,
      json: {
        type: 'urn:altinn:error:NOT-00001',
        code: 'NOT-00001',
        title: 'Missing contact information for recipient(s)',
      },
    })
    await putParty(`persons/${nobody}`, { name: 'Med Adresse', email: someAddress() })
    expect((await postOrder(order, token)).status).toBe(201)
  })

  it('is refused with 422 where a reminder could not be sent', async () => {
    const stranger = toPerson(someNationalIdentityNumber())
    const order = orderTo(toEmail(), { reminders: [{ delayDays: 1, recipient: stranger }] })
    expect((await postOrder(order, token)).status).toBe(422)
  })

  it('is accepted and fails where its recipient is reserved, unless the sender ignores that', async () => {
    const reserved = someNationalIdentityNumber()
    await putParty(`persons/${reserved}`, {
      name: 'Reservert',
      email: someAddress(),
      mobile: someNumber(),
      reserved: true,
    })
    const { manifest, messages } = await sent(orderTo(toPerson(reserved)))
    expect(messages).toEqual([])
    expect(manifest.recipients).toMatchObject([
      { destination: '', status: 'Email_Failed_RecipientReserved' },
      { destination: '', status: 'SMS_Failed_RecipientReserved' },
    ])
    const ignoring = await sent(orderTo(toPerson(reserved, {}, { ignoreReservation: true })))
    expect(ignoring.messages).toHaveLength(2)
  })

  it('is accepted while the register is away, waits for it and loses nothing', async () => {
    await putParty('availability', { available: false })
    try {
      const answer = await postOrder(orderTo(toPerson(person)), token)
      expect(answer.status).toBe(201)
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      expect((await getShipment(shipmentIdOf(answer), token)).json).toMatchObject({ recipients: [] })
      await putParty('availability', { available: true })
      await reaches(shipmentIdOf(answer), 'Order_Completed', token)
      expect(await arrived(shipmentIdOf(answer))).toHaveLength(2)
    } finally {
      await putParty('availability', { available: true })
    }
  })

  it('reaches a user whose address is in the name itself, and nobody by another name', async () => {
    const address = someAddress()
    const external = (externalIdentity: string) => ({
      recipientExternalIdentity: {
        externalIdentity,
        channelSchema: 'EmailPreferred',
        emailSettings: { subject: 'x', body: 'y' },
        smsSettings: smsSettings(),
      },
    })
    const { messages } = await sent(orderTo(external(`urn:altinn:person:idporten-email:${address}`)))
    expect(messages).toMatchObject([{ to: address }])
    expect((await postOrder(orderTo(external('urn:altinn:username:ola')), token)).status).toBe(422)
  })
})

describe('many retries', () => {
  it('of one order at once are one order', async () => {
    const order = orderTo(toEmail())
    const answers = await Promise.all(Array.from({ length: 25 }, () => postOrder(order, token)))
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array.from({ length: 24 }, () => 200), 201])
    const [first] = answers
    if (!first) throw new Error('no answer')
    await eventually(
      () => arrived(shipmentIdOf(first)),
      (messages) => messages.length > 0,
    )
    expect(await arrived(shipmentIdOf(first))).toHaveLength(1)
  })
})
