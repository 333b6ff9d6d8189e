import { type JsonValue, lint, orders, ordersEmail, ordersSms } from '@straks/shared'
import { describe, expect, it } from 'vitest'

const TEXTS = {
  emailTemplate: { subject: 'New letter', body: 'You have a new letter.' },
  smsTemplate: { body: 'You have a new letter.' },
}

const errorsIn = (kind: Parameters<typeof lint>[0], document: JsonValue) =>
  lint(kind, document, 'en')
    .filter(({ severity }) => severity === 'error')
    .map(({ code, sentence, path }) => [code, sentence, path.join('.')])

describe('an order to several recipients', () => {
  it.each([
    ['Email', { emailAddress: 'ola@example.com' }, true],
    ['Email', { mobileNumber: '+4799999999' }, false],
    ['Sms', { mobileNumber: '+4799999999' }, true],
    ['Sms', { emailAddress: 'ola@example.com' }, false],
    ['EmailPreferred', { mobileNumber: '+4799999999' }, true],
    ['SmsPreferred', { emailAddress: 'ola@example.com' }, true],
    ['EmailAndSms', { emailAddress: 'ola@example.com' }, true],
    ['EmailAndSms', {}, false],
    ['Email', { organizationNumber: '991825827' }, true],
    ['Sms', { nationalIdentityNumber: '08900499559' }, true],
    ['Sms', { nationalIdentityNumber: '', mobileNumber: null }, false],
  ])('by %s reaches %j: %j', (notificationChannel, recipient, reaches) => {
    const found = errorsIn(orders, { notificationChannel, recipients: [recipient], ...TEXTS })
    expect(found.map(([code]) => code)).toEqual(reaches ? [] : ['recipient-list'])
  })

  it('names each wrong recipient, and no other', () => {
    const good = { emailAddress: 'ola@example.com' }
    const recipients = [good, { organizationNumber: '991825827', ...good }, good, { mobileNumber: '+4799999999' }]
    expect(errorsIn(ordersEmail, { subject: 'Brev', body: 'Hei', recipients })).toEqual([
      ['recipient-list', 'organizationCombined', 'recipients.1'],
      ['recipient-list', 'email', 'recipients.3'],
    ])
  })

  it('takes 1 to 1,000 recipients', () => {
    const list = (count: number) => ({
      body: 'Hei',
      recipients: Array.from({ length: count }, (_, at) => ({ mobileNumber: `+479${String(1_000_000 + at)}` })),
    })
    expect(errorsIn(ordersSms, list(0))).toEqual([['recipient-list', 'none', 'recipients']])
    expect(errorsIn(ordersSms, list(1))).toEqual([])
    expect(errorsIn(ordersSms, list(1_000))).toEqual([])
    expect(errorsIn(ordersSms, list(1_001))).toEqual([['length-limit', 'list', 'recipients']])
  })
})
