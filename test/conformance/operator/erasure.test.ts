import { beforeAll, describe, expect, it } from 'vitest'
import { listIn } from '../../support/api/answer.ts'
import type { Client } from '../../support/api/client.ts'
import { CORRESPONDENCE, Correspondences } from '../../support/api/correspondences.ts'
import { orderTo, putParty, someNationalIdentityNumber, toPerson, toSms } from '../orders/support.ts'
import { emailRequest, eventually, service, smsRequest, someAddress, someNumber, tokenFor } from '../support.ts'
import { auditOf, OPERATOR, operatorClient } from './support.ts'

const ORG = 'erasing'
let sender: Client
let operator: Client
beforeAll(async () => {
  sender = service.clientWith(await tokenFor({ org: ORG }))
  operator = await operatorClient()
})

const erase = (recipient: string) => operator.ask('POST', `${OPERATOR}/erasures`, { recipient })
const found = async (recipient: string): Promise<unknown> =>
  (await operator.ask('GET', `${OPERATOR}/shipments?recipient=${encodeURIComponent(recipient)}`)).json.items

const NOTHING = {
  deliveries: 0,
  feedEntries: 0,
  correspondences: 0,
  webhookEvents: 0,
  deadLetters: 0,
  references: 0,
  inboxMessages: 0,
  registerParties: 0,
  suppressions: 0,
}

describe('an erasure', () => {
  it('of an unknown recipient erases nothing and says so', async () => {
    for (const recipient of [someNumber(), someAddress(), someNationalIdentityNumber(), 'nonsense']) {
      const answer = await erase(recipient)
      expect([answer.status, answer.json]).toEqual([200, { erased: NOTHING, next: null }])
    }
    expect((await operator.ask('POST', `${OPERATOR}/erasures`, {})).status).toBe(400)
  })

  it('of two names in one, or of a number that lacks a digit, is refused: nothing would be found of either', async () => {
    for (const recipient of [`${someNumber()}\n${someNumber()}`, '+47 9999 999', '\u200b']) {
      const { status, json } = await erase(recipient)
      expect([status, json.errors]).toEqual([400, { recipient: [expect.stringContaining('one number')] }])
      const path = `${OPERATOR}/shipments?recipient=${encodeURIComponent(recipient)}`
      expect((await operator.ask('GET', path)).status).toBe(400)
    }
  })

  it('of a number takes it from deliveries, feed and inbox; status, key and numbers stay', async () => {
    const phoneNumber = someNumber()
    const request = smsRequest({ recipient: { phoneNumber }, request: { sendersReference: `kode ${phoneNumber}` } })
    const id = await sender.sendSms(request)
    await sender.settles(id)
    const before = await eventually(
      () => sender.feed(0),
      (entries) => entries.some(({ shipmentId }) => shipmentId === id),
    )
    const answer = await erase(phoneNumber)
    expect(answer.json.erased).toMatchObject({ deliveries: 1, feedEntries: 1 })
    const shown = await sender.shipment(id)
    expect(shown.json).toMatchObject({
      status: 'SMS_Delivered',
      recipients: [{ destination: '', status: 'SMS_Delivered' }],
    })
    const after = await sender.feed(0)
    expect(after.map(({ sequenceNumber }) => sequenceNumber)).toEqual(
      before.map(({ sequenceNumber }) => sequenceNumber),
    )
    expect(JSON.stringify([after, shown.json, await service.arrived()])).not.toContain(phoneNumber.slice(3))
    expect(await found(phoneNumber)).toEqual([])
    expect((await sender.sms(request)).status).toBe(200)
    expect((await erase(phoneNumber)).json.erased).toEqual(NOTHING)
  })

  it('ends what is under way', async () => {
    const id = await sender.sendEmail({
      idempotencyId: crypto.randomUUID(),
      recipientEmail: {
        emailAddress: 'down@simulator.test',
        emailSettings: { subject: 'Kode', body: 'Koden er 1234.' },
      },
    })
    await eventually(
      () => sender.statusOf(id),
      (status) => status === 'Email_Sending',
    )
    expect((await erase('Down@Simulator.test')).json.erased).toMatchObject({ deliveries: 1 })
    expect(await sender.settles(id)).toBe('Email_Failed')
  })

  it('counts an order that has no message yet, to them alone or to them and others', async () => {
    const requestedSendTime = new Date(Date.now() + 86_400_000).toISOString()
    const [alone, listed] = [someNumber(), someNumber()]
    const order = orderTo(toSms({}, alone), { requestedSendTime })
    expect((await sender.ask('POST', '/notifications/api/v1/future/orders', order)).status).toBe(201)
    const list = {
      body: 'Hei',
      recipients: [alone, listed].map((mobileNumber) => ({ mobileNumber })),
      requestedSendTime,
    }
    expect((await sender.ask('POST', '/notifications/api/v1/orders/sms', list)).status).toBe(202)
    expect((await erase(alone)).json.erased).toEqual({ ...NOTHING, deliveries: 2 })
    expect((await erase(listed)).json.erased).toEqual({ ...NOTHING, deliveries: 1 })
    for (const number of [alone, listed]) expect((await erase(number)).json.erased).toEqual(NOTHING)
  })

  it('of a person takes their orders, correspondences and register entry, with the addresses found there', async () => {
    const nin = someNationalIdentityNumber()
    const email = someAddress()
    await putParty(`persons/${nin}`, { name: 'Ola Nordmann', email })
    const ordered = await sender.sendOrder(orderTo(toPerson(nin)))
    await sender.reaches(ordered, 'Order_Completed')
    const correspondences = new Correspondences(service, sender)
    const id = await correspondences.send({ notificationTemplate: 'GenericAltinnMessage' }, {}, [
      `urn:altinn:person:identifier-no:${nin}`,
    ])
    await correspondences.reaches(id, 'Published')
    await eventually(
      async () => JSON.stringify(await sender.feed(0)),
      (feed) => feed.includes(ordered),
    )
    const { erased } = (await erase(nin)).json
    // The order, and that of the correspondence's notification.
    expect(erased).toMatchObject({ deliveries: 2, feedEntries: 1, correspondences: 1, registerParties: 1 })
    expect((await correspondences.act('GET', id, 'details')).status).toBe(404)
    expect(JSON.stringify([await sender.feed(0), (await sender.shipment(ordered)).json])).not.toContain(email)
    expect(await found(nin)).toEqual([])
    expect((await erase(nin)).json.erased).toEqual(NOTHING)
  })

  it('of a custom recipient leaves the correspondence to others', async () => {
    const email = someAddress()
    const correspondences = new Correspondences(service, sender)
    const id = await correspondences.send({
      notificationTemplate: 'GenericAltinnMessage',
      customRecipients: [{ emailAddress: email }],
    })
    await correspondences.reaches(id, 'Published')
    expect((await erase(email)).json.erased).toMatchObject({ correspondences: 1 })
    const details = await correspondences.act('GET', id, 'details')
    expect([details.status, JSON.stringify(details.json).includes(email)]).toEqual([200, false])
  })

  it('takes their names from references of what is left to others, and from attachments', async () => {
    const email = someAddress()
    const nin = someNationalIdentityNumber()
    const attachment = '/correspondence/api/v1/attachment'
    const made = await sender.ask('POST', attachment, {
      resourceId: 'example',
      fileName: `brev-${nin}.txt`,
      displayName: `Til ${nin}`,
      sendersReference: `vedlegg ${nin}`,
    })
    const attachmentId = String(made.json.value)
    const path = `${attachment}/${attachmentId}`
    const file = { 'content-type': 'application/octet-stream' }
    expect((await sender.request('POST', `${path}/upload`, 'Hei', file)).status).toBe(200)
    const correspondences = new Correspondences(service, sender)
    const more = { sendersReference: `sak ${email}`, messageSender: `Kontoret, ${email}` }
    const shared = await correspondences.send(
      { notificationTemplate: 'GenericAltinnMessage', customRecipients: [{ emailAddress: email }] },
      more,
    )
    const own = await sender.ask('POST', CORRESPONDENCE, {
      correspondence: {
        resourceId: 'example',
        sendersReference: 'sak',
        content: { language: 'nb', messageTitle: 'Vedtak', messageBody: 'Her er det.' },
      },
      recipients: [`urn:altinn:person:identifier-no:${nin}`],
      existingAttachments: [attachmentId],
    })
    expect(own.status).toBe(200)
    for (const recipient of [email, nin])
      expect((await erase(recipient)).json.erased).toMatchObject({ correspondences: 1 })
    const seen = [(await correspondences.act('GET', shared, 'details')).json, (await sender.ask('GET', path)).json]
    expect(seen).toMatchObject([{ sendersReference: '' }, { fileName: attachmentId, sendersReference: '' }])
    expect(JSON.stringify(seen)).not.toContain(email)
    expect(JSON.stringify(seen)).not.toContain(nin)
  })

  it('of an address lets it be mailed again', async () => {
    const emailAddress = 'bounced@simulator.test'
    const client = service.clientWith(await tokenFor({ org: 'erasing-bounced' }))
    const listed = async () => listIn((await client.ask('GET', '/straks/v1/suppressions')).json.items)
    await client.settles(await client.sendEmail(emailRequest({ recipient: { emailAddress } })))
    await eventually(listed, (items) => items.length === 1)
    const { erased } = (await erase('Bounced@Simulator.test')).json
    expect(Number(Object(erased).suppressions)).toBeGreaterThan(0)
    expect(await listed()).toEqual([])
    expect((await erase(emailAddress)).json.erased).toEqual(NOTHING)
  })

  it('of an address takes every spelling of its domain', async () => {
    const name = `Per.${crypto.randomUUID().slice(0, 8)}`
    const spellings = [`${name}@blåbær.example`, `${name}@BLÅBÆR.example`, `${name}@xn--blbr-roah.example`]
    for (const emailAddress of spellings)
      await sender.settles(await sender.sendEmail(emailRequest({ recipient: { emailAddress } })))
    for (const spelling of spellings) expect(await found(spelling)).toHaveLength(spellings.length)
    expect((await erase(`${name}@blåbær.example`)).json.erased).toMatchObject({ deliveries: spellings.length })
    for (const spelling of spellings) expect(await found(spelling)).toEqual([])
    expect(JSON.stringify(await sender.feed(0))).not.toContain(name)
  })

  it('is made again after a backup was restored, and finds nothing where none was', async () => {
    const phoneNumber = someNumber()
    await sender.settles(await sender.sendSms(smsRequest({ recipient: { phoneNumber } })))
    await erase(phoneNumber)
    const repeated = await operator.ask('POST', `${OPERATOR}/erasures/repeat`, {})
    expect([repeated.status, Object.keys(repeated.json)]).toEqual([200, ['erased', 'next']])
    expect((await erase(phoneNumber)).json.erased).toEqual(NOTHING)
    const [, entry] = await auditOf(operator)
    expect(entry).toMatchObject({ action: 'erase-again', who: 'desk' })
  })

  it('is made again of a person whom the register has again, though nothing was sent to them', async () => {
    const nin = someNationalIdentityNumber()
    const email = someAddress()
    const party = { name: 'Ola Nordmann', email }
    await putParty(`persons/${nin}`, party)
    expect((await erase(nin)).json.erased).toMatchObject({ registerParties: 1 })
    await putParty(`persons/${nin}`, party)
    const repeated = await operator.ask('POST', `${OPERATOR}/erasures/repeat`, {})
    expect(Number(Object(repeated.json.erased).registerParties)).toBeGreaterThan(0)
    expect((await erase(nin)).json.erased).toEqual(NOTHING)
    await erase(email)
    await putParty(`persons/${nin}`, party)
    await operator.ask('POST', `${OPERATOR}/erasures/repeat`, {})
    for (const name of [nin, email]) expect((await erase(name)).json.erased).toEqual(NOTHING)
  })

  it('leaves an entry that says what was erased, and not who', async () => {
    const phoneNumber = someNumber()
    await erase(phoneNumber)
    const [entry] = await auditOf(operator)
    expect(entry).toMatchObject({ action: 'erase', who: 'desk', details: 'recipient (phone)' })
    expect(entry?.outcome).toContain('deliveries 0')
    expect(JSON.stringify(entry)).not.toContain(phoneNumber.slice(3))
  })
})
