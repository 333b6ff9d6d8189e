import type { EmailOrderRequest, ListedOrderRequest, SmsOrderRequest } from '@straks/shared'
import { describe, expect, it } from 'vitest'
import { toEmailPlan, toListedPlan, toSmsPlan } from '../../../worker/domain/listed-order-request.ts'

const NOW_MS = Date.UTC(2031, 0, 1)
const HOUR_MS = 3_600_000
const DEFAULTS = { sms: 'Altinn', email: 'noreply@altinn.no' }
const at = (ms: number) => new Date(ms).toISOString()

const RECIPIENTS = [
  { emailAddress: 'ola@example.com' },
  { mobileNumber: '0047 99999999' },
  { nationalIdentityNumber: '08900499559' },
  { organizationNumber: '991825827' },
]
const LISTED = [
  { emailAddress: 'ola@example.com' },
  { mobileNumber: '+4799999999' },
  { nationalIdentityNumber: '08900499559' },
  { organizationNumber: '991825827' },
]

describe('an accepted order to several', () => {
  it('by e-mail has each recipient by what it names, and SMS that wait for the day', () => {
    const request = {
      ...{ subject: 'Emne', body: '<p>x</p>', contentType: 'Html', recipients: RECIPIENTS, sendersReference: 'ref' },
      ...{ conditionEndpoint: 'https://example.com/c', ignoreReservation: true },
      ...{ resourceId: 'urn:altinn:resource:x', resourceAction: 'read' },
    } as EmailOrderRequest
    expect(toEmailPlan(request, DEFAULTS, NOW_MS)).toEqual({
      type: 'Notification',
      sendersReference: 'ref',
      dueMs: NOW_MS,
      recipient: {
        kind: 'list',
        recipients: LISTED,
        ignoreReservation: true,
        resourceId: 'urn:altinn:resource:x',
        resourceAction: 'read',
      },
      channel: 'Email',
      smsPolicy: 'Daytime',
      condition: { kind: 'endpoint', url: 'https://example.com/c' },
      texts: {
        email: { channel: 'email', from: DEFAULTS.email, subject: 'Emne', body: '<p>x</p>', contentType: 'Html' },
      },
      keywords: {},
    })
  })

  it.each([
    [undefined, NOW_MS],
    [at(NOW_MS - HOUR_MS), NOW_MS],
    [at(NOW_MS + HOUR_MS), NOW_MS + HOUR_MS],
  ])('by SMS that asks for %s is due at %d', (requestedSendTime, dueMs) => {
    const request = {
      body: 'SMS',
      senderNumber: 'Etaten',
      recipients: RECIPIENTS,
      requestedSendTime,
    } as SmsOrderRequest
    expect(toSmsPlan(request, DEFAULTS, NOW_MS)).toMatchObject({
      ...{ dueMs, channel: 'Sms', condition: undefined },
      texts: { sms: { channel: 'sms', from: 'Etaten', body: 'SMS' } },
    })
  })

  it('in a scheme of its own has the texts that it has', () => {
    const base = { recipients: RECIPIENTS, notificationChannel: 'SmsPreferred' }
    const emailTemplate = { subject: 'Emne', body: 'Tekst', fromAddress: 'etat@example.com' }
    const smsTemplate = { body: 'SMS', senderNumber: 'Etaten' }
    const planOf = (request: object) => toListedPlan(request as ListedOrderRequest, DEFAULTS, NOW_MS)
    const email = { channel: 'email', from: 'etat@example.com', subject: 'Emne', body: 'Tekst', contentType: 'Plain' }
    const sms = { channel: 'sms', from: 'Etaten', body: 'SMS' }
    expect(planOf({ ...base, emailTemplate, smsTemplate })).toMatchObject({
      channel: 'SmsPreferred',
      texts: { email, sms },
    })
    expect(planOf({ ...base, smsTemplate }).texts).toEqual({ email: undefined, sms })
    expect(planOf({ ...base, emailTemplate }).texts).toEqual({ email, sms: undefined })
  })
})
