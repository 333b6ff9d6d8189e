import { type Example, firstByAltinn, type JsonValue } from '@straks/shared'
import { describe, expect, it } from 'vitest'
import { findingsIn, findingsOfRule, repairedBy, valueAt } from './judging.ts'

const GENERIC = { notificationTemplate: 'GenericAltinnMessage', notificationChannel: 'Email' }

const notification = (members: { readonly [name: string]: JsonValue }): Example => ({
  kind: 'notification',
  document: { ...GENERIC, ...members },
})

const message = (members: { readonly [name: string]: JsonValue }, recipients = ['0192:991825827']): Example => ({
  kind: 'correspondence',
  document: {
    correspondence: {
      resourceId: 'example',
      sendersReference: 'case-2026-1234',
      content: { messageTitle: 'Vedtak', messageBody: 'Her er vedtaket.' },
      notification: { ...GENERIC, ...members },
    },
    recipients,
  },
})

const ORGANIZATION = { organizationNumber: '991825827' }
const EMAIL = { emailAddress: 'ola.nordmann@example.com' }
const MOBILE = { mobileNumber: '+4799999999' }

describe('keyword-direct-recipient', () => {
  it('underlines the keyword and points at each address that cannot fill it in', () => {
    const emailBody = 'Hei $recipientName$!'
    const example = notification({ emailBody, customRecipients: [ORGANIZATION, EMAIL, MOBILE] })
    const [finding, ...others] = findingsOfRule(example, 'keyword-direct-recipient')
    expect(others).toEqual([])
    expect(finding?.path).toEqual(['emailBody'])
    expect(emailBody.slice(finding?.span?.start, finding?.span?.end)).toBe('$recipientName$')
    expect(finding?.related?.map(({ path }) => path.join('.'))).toEqual([
      'customRecipients.1.emailAddress',
      'customRecipients.2.mobileNumber',
    ])
  })

  it('looks into all six texts, whatever the letter case', () => {
    const texts = [
      'emailSubject',
      'emailBody',
      'smsBody',
      'reminderEmailSubject',
      'reminderEmailBody',
      'reminderSmsBody',
    ]
    for (const name of texts) {
      const example = notification({ [name]: '$RECIPIENTNUMBER$', customRecipients: [MOBILE] })
      expect(findingsOfRule(example, 'keyword-direct-recipient')).toHaveLength(1)
    }
  })

  it('counts only the recipients of the list that is used', () => {
    const members = { emailBody: '$recipientName$', customRecipients: [ORGANIZATION], customRecipient: EMAIL }
    expect(findingsOfRule(notification(members), 'keyword-direct-recipient')).toEqual([])
    const empty = { ...members, customRecipients: [] }
    expect(findingsOfRule(notification(empty), 'keyword-direct-recipient')).toHaveLength(1)
  })

  it('takes an empty address for none', () => {
    const example = notification({
      emailBody: 'Hei, $recipientName$.',
      customRecipients: [{ ...ORGANIZATION, emailAddress: '', mobileNumber: null }],
    })
    expect(findingsIn(example)).toEqual([])
  })

  it('judges each recipient of an order by itself', () => {
    const body = 'Hei $recipientName$'
    const recipientOrganization = { orgNumber: '991825827', channelSchema: 'Sms', smsSettings: { body } }
    const recipientSms = { phoneNumber: '+4799999999', smsSettings: { body } }
    const document = {
      idempotencyId: '1',
      recipient: { recipientOrganization },
      reminders: [{ delayDays: 1, recipient: { recipientSms } }],
    }
    const [finding, ...others] = findingsOfRule({ kind: 'order', document }, 'keyword-direct-recipient')
    expect(others).toEqual([])
    expect(finding?.path.slice(0, 2)).toEqual(['reminders', 0])
    expect(finding?.related?.map(({ path }) => path.at(-1))).toEqual(['phoneNumber'])
  })
})

describe('deprecated-recipient-field', () => {
  const migratedFrom = (members: { readonly [name: string]: JsonValue }) => {
    const example = notification(members)
    const [finding] = findingsOfRule(example, 'deprecated-recipient-field')
    return { finding, document: finding && repairedBy(example, finding).document }
  }

  it('moves a single recipient into the list', () => {
    const { finding, document } = migratedFrom({ customRecipient: EMAIL })
    expect(finding).toMatchObject({ severity: 'hint', deprecated: true })
    expect(document).toEqual({ ...GENERIC, customRecipients: [EMAIL] })
  })

  it('moves the recipients of the first element, which are all that were ever used', () => {
    const overriding = [{ recipientToOverride: '0192:313756270', recipients: [EMAIL, MOBILE] }, { recipients: [] }]
    const { document } = migratedFrom({ customNotificationRecipients: overriding })
    expect(document).toEqual({ ...GENERIC, customRecipients: [EMAIL, MOBILE] })
    const example = notification({ customNotificationRecipients: overriding })
    const severities = findingsOfRule(example, 'deprecated-recipient-field').map(({ severity }) => severity)
    expect(severities).toEqual(['hint', 'warning'])
  })

  it('warns where the deprecated member is ignored, and takes it away', () => {
    const { finding, document } = migratedFrom({ customRecipients: [ORGANIZATION], customRecipient: EMAIL })
    expect(finding).toMatchObject({ severity: 'warning', deprecated: true })
    expect(document).toEqual({ ...GENERIC, customRecipients: [ORGANIZATION] })
  })

  it('fills an empty list', () => {
    const { document } = migratedFrom({ customRecipients: [], customRecipient: EMAIL })
    expect(document).toEqual({ ...GENERIC, customRecipients: [EMAIL] })
  })
})

describe('custom-recipient-identifier', () => {
  it('makes a recipient of each identifier', () => {
    const example = notification({ customRecipients: [ORGANIZATION, { ...EMAIL, ...MOBILE }] })
    const [finding] = findingsOfRule(example, 'custom-recipient-identifier')
    expect(finding?.related).toHaveLength(2)
    if (!finding) return
    const { document } = repairedBy(example, finding, 'split')
    expect(valueAt(document, ['customRecipients'])).toEqual([ORGANIZATION, EMAIL, MOBILE])
  })
})

describe('an 8-digit mobile number', () => {
  it('is understood in a custom recipient, with a hint to write its country code', () => {
    const example = notification({ customRecipients: [{ mobileNumber: '97661466' }] })
    const [finding] = findingsOfRule(example, 'phone-number')
    expect(finding).toMatchObject({ severity: 'hint' })
    expect(finding?.altinnCode).toBeUndefined()
    if (finding)
      expect(valueAt(repairedBy(example, finding).document, ['customRecipients', 0, 'mobileNumber'])).toBe(
        '+4797661466',
      )
  })

  it('is refused where it begins with another digit than 4 or 9', () => {
    const example = notification({ customRecipients: [{ mobileNumber: '12345678' }] })
    expect(findingsOfRule(example, 'phone-number')).toMatchObject([{ severity: 'error', altinnCode: 3012 }])
  })
})

describe('Altinn’s first answer', () => {
  const codeOf = (example: Example) => firstByAltinn(findingsIn(example))?.altinnCode

  it('is about the request as a whole before any recipient', () => {
    const customRecipients = [{ ...EMAIL, ...MOBILE }]
    expect(codeOf(message({ customRecipients }, ['0192:991825827', '0192:313756270']))).toBe(3017)
    expect(codeOf(message({ overrideRegisteredContactInformation: true }))).toBe(3022)
  })

  it('is about a keyword before the form of an address', () => {
    expect(codeOf(message({ emailBody: '$recipientName$', customRecipients: [{ mobileNumber: '12345678' }] }))).toBe(
      3015,
    )
  })

  it('is about several identifiers before the form of one', () => {
    const customRecipients = [{ ...ORGANIZATION, emailAddress: 'nobody' }]
    expect(codeOf(message({ customRecipients }))).toBe(3018)
  })

  it('is about all of one recipient before the next', () => {
    expect(codeOf(message({ customRecipients: [{ emailAddress: 'nobody' }, {}] }))).toBe(3011)
    expect(codeOf(message({ customRecipients: [{}, { emailAddress: 'nobody' }] }))).toBe(3019)
  })

  it('is about recipients before texts, and about main texts before reminders of the same kind', () => {
    const own = { notificationTemplate: 'CustomMessage', sendReminder: true }
    expect(codeOf(message({ ...own, customRecipients: [{ mobileNumber: '12345678' }] }))).toBe(3012)
    expect(codeOf(message(own))).toBe(3002)
  })

  it('is none where only advice is given', () => {
    expect(codeOf(message({ customRecipients: [{ mobileNumber: '97661466' }] }))).toBeUndefined()
  })
})
