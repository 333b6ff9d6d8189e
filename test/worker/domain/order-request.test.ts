import type { OrderRequest } from '@straks/shared'
import { describe, expect, it } from 'vitest'
import { toOrder } from '../../../worker/domain/order-request.ts'

const NOW_MS = Date.UTC(2031, 0, 1)
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const DEFAULTS = { sms: 'Altinn', email: 'noreply@altinn.no' }
const at = (ms: number) => new Date(ms).toISOString()

type Recipient = OrderRequest['recipient']

const EMAIL_SETTINGS = { subject: 'Emne', body: 'Tekst', sendingTimePolicy: 'Daytime' } as const
const SMS_SETTINGS = { body: 'SMS', sendingTimePolicy: 'Anytime' } as const

const order = (recipient: Recipient, rest: Partial<OrderRequest> = {}) =>
  toOrder({ idempotencyId: 'key', recipient, ...rest } as OrderRequest, DEFAULTS, NOW_MS)

const mainOf = (recipient: Recipient, rest: Partial<OrderRequest> = {}) => order(recipient, rest).shipments[0]

const TO_ADDRESS: Recipient = { recipientEmail: { emailAddress: 'ola@example.com', emailSettings: EMAIL_SETTINGS } }

const EMAIL_TEXT = {
  channel: 'email',
  from: 'noreply@altinn.no',
  subject: 'Emne',
  body: 'Tekst',
  contentType: 'Plain',
} as const
const SMS_TEXT = { channel: 'sms', from: 'Altinn', body: 'SMS' } as const

describe('an accepted order', () => {
  it('to an e-mail address is a mail with its own policy', () => {
    expect(order(TO_ADDRESS, { sendersReference: 'ref', conditionEndpoint: 'https://example.com/c' })).toEqual({
      idempotencyId: 'key',
      sendersReference: 'ref',
      shipments: [
        {
          type: 'Notification',
          sendersReference: 'ref',
          dueMs: NOW_MS,
          condition: { kind: 'endpoint', url: 'https://example.com/c' },
          keywords: {},
          recipient: { kind: 'email', emailAddress: 'ola@example.com' },
          channel: 'Email',
          texts: { email: EMAIL_TEXT },
          smsPolicy: 'Daytime',
          emailPolicy: 'Daytime',
        },
      ],
    })
  })

  it('to a number is an SMS, which waits for the day where it does not say otherwise', () => {
    const to = (smsSettings: object) =>
      mainOf({ recipientSms: { phoneNumber: '0047 999 99 999', smsSettings } } as Recipient)
    expect(to(SMS_SETTINGS)).toMatchObject({
      recipient: { kind: 'sms', phoneNumber: '+4799999999' },
      channel: 'Sms',
      texts: { sms: SMS_TEXT },
      smsPolicy: 'Anytime',
      condition: undefined,
    })
    expect(to({ body: 'SMS' })).toMatchObject({ smsPolicy: 'Daytime' })
  })

  it('to a person asks for what may be ignored, and asks for nothing by itself', () => {
    const person = { nationalIdentityNumber: '08900499559', channelSchema: 'EmailPreferred' } as const
    const both = { emailSettings: EMAIL_SETTINGS, smsSettings: SMS_SETTINGS }
    expect(mainOf({ recipientPerson: { ...person, ...both } } as Recipient)).toMatchObject({
      recipient: {
        kind: 'person',
        nationalIdentityNumber: '08900499559',
        ignoreReservation: false,
        useStaleContactInformation: false,
      },
      channel: 'EmailPreferred',
      texts: { email: EMAIL_TEXT, sms: SMS_TEXT },
      smsPolicy: 'Anytime',
      emailPolicy: 'Daytime',
    })
    const daring = { ...person, ignoreReservation: true, useStaleContactInformation: true }
    const plan = mainOf({ recipientPerson: daring } as Recipient)
    expect(plan?.recipient).toMatchObject({ ignoreReservation: true, useStaleContactInformation: true })
    expect(plan).toMatchObject({ texts: { email: undefined, sms: undefined }, smsPolicy: 'Daytime' })
    expect(plan?.emailPolicy).toBeUndefined()
  })

  it('to an organisation names its resource, and its number by digits alone', () => {
    const recipientOrganization = {
      ...{ orgNumber: '991825827', resourceId: 'urn:altinn:resource:x', resourceAction: 'read' },
      ...{ channelSchema: 'Sms', smsSettings: SMS_SETTINGS },
    }
    expect(mainOf({ recipientOrganization } as Recipient)).toMatchObject({
      recipient: {
        kind: 'organization',
        organizationNumber: '991825827',
        resourceId: 'urn:altinn:resource:x',
        resourceAction: 'read',
      },
      channel: 'Sms',
    })
  })

  it.each([
    ['urn:altinn:person:idporten-email:ola@example.com', { kind: 'email', emailAddress: 'ola@example.com' }],
    [
      'urn:altinn:person:legacy-selfidentified:ola',
      { kind: 'username', urn: 'urn:altinn:person:legacy-selfidentified:ola' },
    ],
  ])('to %s goes to who is meant', (externalIdentity, recipient) => {
    const recipientExternalIdentity = { externalIdentity, channelSchema: 'Email', emailSettings: EMAIL_SETTINGS }
    expect(mainOf({ recipientExternalIdentity } as Recipient)).toMatchObject({ recipient, channel: 'Email' })
  })

  it('without a recipient is a disagreement with the judge', () => {
    expect(() => mainOf({})).toThrow(/without a recipient/)
  })

  it('with a recipient that nothing can read is one too', () => {
    const recipientSms = { phoneNumber: 'x', smsSettings: SMS_SETTINGS }
    expect(() => mainOf({ recipientSms } as Recipient)).toThrow(/judge accepted/)
  })

  it.each([
    [undefined, NOW_MS],
    [at(NOW_MS - HOUR_MS), NOW_MS],
    [at(NOW_MS + HOUR_MS), NOW_MS + HOUR_MS],
  ])('asked for at %s is due at %d', (requestedSendTime, dueMs) => {
    expect(mainOf(TO_ADDRESS, { requestedSendTime })?.dueMs).toBe(dueMs)
  })

  it('has its reminders after it, each counted from when it is due or at a time of its own', () => {
    const reminders = [
      { recipient: TO_ADDRESS, delayDays: 2, sendersReference: 'later', conditionEndpoint: 'https://example.com/r' },
      { recipient: TO_ADDRESS },
      { recipient: TO_ADDRESS, requestedSendTime: at(NOW_MS + 3 * HOUR_MS) },
      { recipient: TO_ADDRESS, requestedSendTime: at(NOW_MS - HOUR_MS) },
    ] as OrderRequest['reminders']
    const { shipments } = order(TO_ADDRESS, { requestedSendTime: at(NOW_MS + HOUR_MS), reminders })
    expect(shipments.map(({ type, dueMs }) => [type, dueMs - NOW_MS])).toEqual([
      ['Notification', HOUR_MS],
      ['Reminder', HOUR_MS + 2 * DAY_MS],
      ['Reminder', HOUR_MS],
      ['Reminder', 3 * HOUR_MS],
      ['Reminder', 0],
    ])
    expect(shipments[1]).toMatchObject({
      sendersReference: 'later',
      condition: { kind: 'endpoint', url: 'https://example.com/r' },
      keywords: {},
      texts: { email: EMAIL_TEXT },
    })
  })
})
