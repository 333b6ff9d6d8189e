import { describe, expect, it } from 'vitest'
import type { Recipient, ShipmentPlan, SingleRecipient } from '../../../worker/domain/order.ts'
import {
  type Bar,
  type BarReason,
  type Contact,
  deliveriesOf,
  directContact,
  emailsOf,
  keysTold,
  placeInList,
} from '../../../worker/domain/preparation.ts'

const MAIL = 'ola@example.com'
const MOBILE = '+4799999999'
const PERSON: SingleRecipient = {
  kind: 'person',
  nationalIdentityNumber: '08900499559',
  ignoreReservation: false,
  useStaleContactInformation: false,
}
const LIST: Recipient = {
  kind: 'list',
  recipients: [{ nationalIdentityNumber: '08900499559' }, { emailAddress: MAIL, mobileNumber: MOBILE }],
  ignoreReservation: undefined,
  resourceId: undefined,
  resourceAction: undefined,
}

const plan = (changes: Partial<ShipmentPlan> = {}): ShipmentPlan => ({
  ...{ type: 'Notification', sendersReference: undefined, dueMs: 0, recipient: PERSON, channel: 'EmailAndSms' },
  ...{ smsPolicy: 'Daytime', condition: undefined, keywords: {} },
  texts: {
    email: { channel: 'email', from: 'a@b.no', subject: 'Emne', body: 'Tekst', contentType: 'Plain' },
    sms: { channel: 'sms', from: 'Altinn', body: 'SMS' },
  },
  ...changes,
})

const contact = (changes: Partial<Contact> = {}): Contact => ({
  ...{ name: 'Ola', emails: [MAIL], mobiles: [MOBILE], reserved: false },
  ...changes,
})

const barring =
  (reason: BarReason, ...addresses: readonly string[]): Bar =>
  (_, address) =>
    addresses.includes(address) ? reason : undefined

const to = (changes: Partial<ShipmentPlan>, bar?: Bar, contacts = new Map([[0, contact()]])) =>
  deliveriesOf(plan(changes), contacts, bar)

const failed = (channel: string, status: string, reason: BarReason) => ({
  ...{ kind: 'failed', recipient: undefined, channel, status, reason },
})

describe('an address that may not be written to', () => {
  it('is a failed delivery beside the others, and says why', () => {
    const contacts = new Map([[0, contact({ emails: [MAIL, 'kari@example.com'] })]])
    expect(to({}, barring('suppressed', MAIL), contacts)).toMatchObject([
      failed('email', 'Email_Failed_SuppressedRecipient', 'suppressed'),
      { kind: 'send', channel: 'email', destination: 'kari@example.com' },
      { kind: 'send', channel: 'sms', destination: MOBILE },
    ])
    expect(to({ channel: 'Sms' }, barring('destination-not-allowed', MOBILE))).toEqual([
      failed('sms', 'SMS_Failed_Rejected', 'destination-not-allowed'),
    ])
  })

  it.each([
    ['EmailPreferred', [MAIL], ['sms']],
    ['SmsPreferred', [MOBILE], ['email']],
    ['EmailPreferred', [MAIL, MOBILE], ['email']],
    ['EmailPreferred', [MOBILE], ['email']],
  ] as const)('makes %s with %j barred take %j', (channel, barred, channels) => {
    expect(to({ channel }, barring('suppressed', ...barred)).map((delivery) => delivery.channel)).toEqual(channels)
  })

  it('does not make another channel be taken where one address of several is open', () => {
    const contacts = new Map([[0, contact({ emails: [MAIL, 'kari@example.com'] })]])
    const made = to({ channel: 'EmailPreferred' }, barring('suppressed', MAIL), contacts)
    expect(made.map(({ channel, kind }) => `${channel} ${kind}`)).toEqual(['email failed', 'email send'])
  })

  it('is written to where its order named it, unless mail has come back from it since', () => {
    const direct = { recipient: { kind: 'sms', phoneNumber: MOBILE }, channel: 'Sms' } as const
    const contacts = new Map([[0, contact({ emails: [] })]])
    expect(to(direct, barring('destination-not-allowed', MOBILE), contacts)).toMatchObject([{ kind: 'send' }])
    const mail = { recipient: { kind: 'email', emailAddress: MAIL }, channel: 'Email' } as const
    expect(to(mail, barring('suppressed', MAIL), new Map([[0, contact()]]))).toMatchObject([{ kind: 'failed' }])
  })
})

describe('the deliveries to a list', () => {
  it('name their recipient’s place, and leave out whom nothing is known of', () => {
    const places = (contacts: ReadonlyMap<number, Contact>) =>
      deliveriesOf(plan({ recipient: LIST, channel: 'Email' }), contacts).map(({ recipient }) => recipient)
    expect(
      places(
        new Map([
          [0, contact()],
          [1, contact()],
        ]),
      ),
    ).toEqual([0, 1])
    expect(places(new Map([[1, contact()]]))).toEqual([1])
    expect(places(new Map([[1, contact({ emails: [] })]]))).toEqual([1])
    expect(placeInList(LIST, 1)).toBe(1)
    expect(placeInList(PERSON, 0)).toBeUndefined()
  })
})

describe('what is known without a register', () => {
  it.each([
    [{ kind: 'email', emailAddress: MAIL }, [MAIL], []],
    [{ kind: 'sms', phoneNumber: MOBILE }, [], [MOBILE]],
    [{ kind: 'addresses', emailAddress: MAIL, phoneNumber: MOBILE }, [MAIL], [MOBILE]],
    [{ kind: 'addresses', emailAddress: undefined, phoneNumber: MOBILE }, [], [MOBILE]],
    [{ kind: 'username', urn: 'urn:x:ola' }, [], []],
  ] as const)('of %o', (recipient, emails, mobiles) => {
    expect(directContact(recipient)).toEqual({ name: undefined, emails, mobiles, reserved: false })
  })

  it('is nothing of a party', () => {
    expect(directContact(PERSON)).toBeUndefined()
  })
})

describe('whom a message has told', () => {
  const open: Bar = () => undefined

  it.each([
    ['EmailAndSms', open, ['email:ola@example.com', `sms:${MOBILE}`]],
    ['EmailPreferred', open, ['email:ola@example.com']],
    ['EmailAndSms', barring('suppressed', MAIL), [`sms:${MOBILE}`]],
    ['EmailPreferred', barring('suppressed', MAIL), [`sms:${MOBILE}`]],
    ['Email', barring('suppressed', MAIL), []],
  ] as const)('by %s is each address that was open', (scheme, bar, keys) => {
    expect([...keysTold(contact(), scheme, bar)]).toEqual(keys)
  })

  it('is no one where nothing can be read as an address', () => {
    expect([...keysTold(contact({ emails: ['x'], mobiles: ['1'] }), 'EmailAndSms', open)]).toEqual([])
    expect(emailsOf(contact({ emails: ['x', MAIL, MAIL.toUpperCase()] }))).toEqual([MAIL.toUpperCase()])
  })
})

describe('a shipment', () => {
  it('without a text for its channel is a fault of ours', () => {
    expect(() => to({ channel: 'Email', texts: {} })).toThrow('A shipment by Email has no text for email')
  })

  it('of as many parts as operators carry is sent, and of one more is not', () => {
    const sms = (length: number) =>
      ({ texts: { sms: { channel: 'sms', from: 'A', body: 'x'.repeat(length) } } }) as const
    expect(to({ channel: 'Sms', ...sms(16 * 134) })).toMatchObject([{ kind: 'send' }])
    expect(to({ channel: 'Sms', ...sms(16 * 134 + 1) })).toMatchObject([{ kind: 'failed', status: 'SMS_Failed' }])
  })

  it('says of someone unnamed nothing in place of a name', () => {
    const texts = { sms: { channel: 'sms', from: 'A', body: 'Hei $recipientName$' } } as const
    const made = to({ channel: 'Sms', texts }, undefined, new Map([[0, contact({ name: undefined })]]))
    expect(made).toMatchObject([{ values: { recipientName: '', recipientNumber: '' } }])
  })
})
