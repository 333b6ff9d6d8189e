import { describe, expect, it } from 'vitest'
import { fillTexts } from '../../../worker/domain/fill-texts.ts'
import type { Recipient, ShipmentPlan } from '../../../worker/domain/order.ts'
import { type Contact, deliveriesOf, isReachable } from '../../../worker/domain/preparation.ts'

const EMAIL = 'Ola@example.com'
const MOBILE = '+4799999999'
const PERSON: Recipient = {
  kind: 'person',
  nationalIdentityNumber: '08900499559',
  ignoreReservation: false,
  useStaleContactInformation: false,
}
const ORGANIZATION: Recipient = {
  kind: 'organization',
  organizationNumber: '991825827',
  resourceId: undefined,
  resourceAction: undefined,
}

const plan = (changes: Partial<ShipmentPlan> = {}): ShipmentPlan => ({
  type: 'Notification',
  sendersReference: undefined,
  dueMs: 0,
  recipient: PERSON,
  channel: 'EmailPreferred',
  smsPolicy: 'Daytime',
  condition: undefined,
  texts: {
    email: {
      channel: 'email',
      from: 'a@b.no',
      subject: 'Til $recipientName$',
      body: 'Hei $recipientName$',
      contentType: 'Plain',
    },
    sms: { channel: 'sms', from: 'Altinn', body: 'Hei $recipientName$ ($recipientNumber$)' },
  },
  keywords: {},
  ...changes,
})

const contact = (changes: Partial<Contact> = {}): Contact => ({
  name: 'Ola Nordmann',
  emails: [EMAIL],
  mobiles: [MOBILE],
  reserved: false,
  ...changes,
})

/** The deliveries of a shipment to one contact, and what each says. */
const made = (changes: Partial<ShipmentPlan>, of: Partial<Contact> = {}) =>
  deliveriesOf(plan(changes), new Map([[0, contact(of)]])).map((delivery) => ({
    ...delivery,
    content: delivery.kind === 'send' ? fillTexts(plan(changes).texts, delivery.channel, delivery.values) : undefined,
  }))

/** Each delivery in a word: the channel and where it goes, or why it does not. */
const routes = (changes: Partial<ShipmentPlan>, of: Partial<Contact>) =>
  made(changes, of).map((delivery) =>
    delivery.kind === 'send' ? `${delivery.channel} ${delivery.destination}` : delivery.status,
  )

const bodies = (changes: Partial<ShipmentPlan>, of: Partial<Contact> = {}) =>
  made(changes, of).map(({ content }) => content?.body ?? '')

describe('the deliveries of a shipment', () => {
  it.each([
    ['Email', {}, [`email ${EMAIL}`]],
    ['Sms', {}, [`sms ${MOBILE}`]],
    ['EmailPreferred', {}, [`email ${EMAIL}`]],
    ['EmailPreferred', { emails: [] }, [`sms ${MOBILE}`]],
    ['SmsPreferred', {}, [`sms ${MOBILE}`]],
    ['SmsPreferred', { mobiles: [] }, [`email ${EMAIL}`]],
    ['EmailAndSms', {}, [`email ${EMAIL}`, `sms ${MOBILE}`]],
    ['EmailAndSms', { emails: [] }, [`sms ${MOBILE}`]],
    ['Email', { emails: [] }, ['Email_Failed_RecipientNotIdentified']],
    ['Sms', { mobiles: [] }, ['SMS_Failed_RecipientNotIdentified']],
    ['EmailPreferred', { emails: [], mobiles: [] }, ['Email_Failed_RecipientNotIdentified']],
    ['SmsPreferred', { emails: [], mobiles: [] }, ['SMS_Failed_RecipientNotIdentified']],
    [
      'EmailAndSms',
      { emails: [], mobiles: [] },
      ['Email_Failed_RecipientNotIdentified', 'SMS_Failed_RecipientNotIdentified'],
    ],
    ['Email', { reserved: true }, ['Email_Failed_RecipientReserved']],
    ['SmsPreferred', { reserved: true }, ['SMS_Failed_RecipientReserved']],
    ['EmailAndSms', { reserved: true }, ['Email_Failed_RecipientReserved', 'SMS_Failed_RecipientReserved']],
  ] as const)('by %s, of a contact with %o, are right', (channel, of, expected) => {
    expect(routes({ channel }, of)).toEqual(expected)
    expect(isReachable(contact({ ...of, reserved: false }), channel)).toBe(
      !expected.some((route) => route.endsWith('NotIdentified')),
    )
  })

  it('go to someone reserved where the sender ignores that', () => {
    expect(routes({ recipient: { ...PERSON, ignoreReservation: true } }, { reserved: true })).toEqual([
      `email ${EMAIL}`,
    ])
  })

  it('go to every address once, however it is written', () => {
    const emails = ['ola@example.com', 'OLA@example.com', 'kari@example.com', 'not an address']
    expect(routes({ channel: 'Email' }, { emails })).toEqual(['email OLA@example.com', 'email kari@example.com'])
    const mobiles = ['99999999', '+47 999 99 999', '004799999999', '48123456', '123']
    expect(routes({ channel: 'Sms' }, { mobiles })).toEqual(['sms +4799999999', 'sms +4748123456'])
  })

  it('wait for the send window by SMS unless, and by e-mail only if, the sender says so', () => {
    const policies = (changes: Partial<ShipmentPlan>) =>
      made({ channel: 'EmailAndSms', ...changes }).map((delivery) => (delivery.kind === 'send' ? delivery.policy : ''))
    expect(policies({ smsPolicy: 'Daytime' })).toEqual(['anytime', 'daytime'])
    expect(policies({ smsPolicy: 'Anytime', emailPolicy: 'Anytime' })).toEqual(['anytime', 'anytime'])
    expect(policies({ smsPolicy: 'Anytime', emailPolicy: 'Daytime' })).toEqual(['daytime', 'anytime'])
  })

  it('name a person, and never tell the number', () => {
    expect(bodies({ channel: 'Sms' })).toEqual(['Hei Ola Nordmann ()'])
  })

  it('name an organisation with its number', () => {
    expect(bodies({ channel: 'Sms', recipient: ORGANIZATION }, { name: 'Bakeri AS' })).toEqual([
      'Hei Bakeri AS (991825827)',
    ])
  })

  it('escape names in HTML, and only there', () => {
    const name = '<b>Tom & "Co"</b>'
    const html = {
      channel: 'email',
      from: 'a@b.no',
      subject: '$recipientName$',
      body: '<p>$recipientName$</p>',
      contentType: 'Html',
    } as const
    const [delivery] = made({ texts: { email: html } }, { name })
    expect(delivery).toMatchObject({
      content: { subject: name, body: '<p>&lt;b&gt;Tom &amp; &quot;Co&quot;&lt;/b&gt;</p>' },
    })
  })

  it('do not fill in a keyword that a name holds', () => {
    const keywords = { sendersName: '$recipientName$ $recipientNumber$' }
    const sms = { channel: 'sms', from: 'Altinn', body: 'Fra $sendersName$ til $recipientName$' } as const
    expect(bodies({ channel: 'Sms', texts: { sms }, keywords })).toEqual([
      'Fra $recipientName$ $recipientNumber$ til Ola Nordmann',
    ])
  })

  it('keep a line end in a name out of the subject', () => {
    const [delivery] = made({}, { name: 'Ola\r\nBcc: eve@example.com' })
    expect(delivery).toMatchObject({ content: { subject: 'Til Ola Bcc: eve@example.com' } })
  })

  it('fail rather than be cut where a name makes an SMS longer than operators carry', () => {
    const sms = { channel: 'sms', from: 'Altinn', body: `$recipientName$${'x'.repeat(2_100)}` } as const
    expect(routes({ channel: 'Sms', texts: { sms } }, { name: 'N'.repeat(175) })).toEqual(['SMS_Failed'])
  })
})
