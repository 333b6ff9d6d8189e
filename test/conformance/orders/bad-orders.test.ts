import { limits } from '@straks/shared'
import { beforeAll, describe, expect, it } from 'vitest'
import { tokenFor } from '../support.ts'
import { orderTo, postOrder, toEmail, toOrganization, toPerson, toSms } from './support.ts'

let token: string
beforeAll(async () => {
  token = await tokenFor({ org: 'bad-orders' })
})

const at = (requestedSendTime: unknown) => orderTo(toEmail(), { requestedSendTime })
const reminded = (reminder: Record<string, unknown>) => orderTo(toEmail(), { reminders: [reminder] })
const person = (more: Record<string, unknown>) => orderTo(toPerson('08900499559', {}, more))
const MINUTE_MS = 60_000

describe('an order that is wrong', () => {
  it.each<[string, unknown, string, string]>([
    ['without a recipient', orderTo({}), 'order-recipient', 'Recipient'],
    ['with two recipients', orderTo({ ...toEmail(), ...toSms() }), 'order-recipient', 'Recipient'],
    ['without a key', orderTo(toEmail(), { idempotencyId: ' ' }), 'required-text', 'IdempotencyId'],
    ['to no number', orderTo(toSms({}, '90000000')), 'phone-number', 'Recipient.RecipientSms.PhoneNumber'],
    ['to no address', orderTo(toEmail({}, 'ola@')), 'email-address', 'Recipient.RecipientEmail.EmailAddress'],
    [
      'to a person of ten digits',
      orderTo(toPerson('0890049955')),
      'national-identity-number',
      'Recipient.RecipientPerson.NationalIdentityNumber',
    ],
    [
      'to an organisation of eight',
      orderTo(toOrganization('99182582')),
      'organization-number',
      'Recipient.RecipientOrganization.OrgNumber',
    ],
    [
      'without a text for its channel',
      person({ smsSettings: undefined }),
      'required-text',
      'Recipient.RecipientPerson.SmsSettings',
    ],
    [
      'with a resource that is no URN',
      person({ resourceId: 'app_ttd_x' }),
      'resource-id',
      'Recipient.RecipientPerson.ResourceId',
    ],
    ['at the time null', at(null), 'schema', '$.requestedSendTime'],
    [
      'with no policy for its SMS',
      orderTo(toSms({ sendingTimePolicy: null })),
      'schema',
      '$.recipient.recipientSms.smsSettings.sendingTimePolicy',
    ],
    [
      'with no reservation',
      person({ ignoreReservation: null }),
      'schema',
      '$.recipient.recipientPerson.ignoreReservation',
    ],
    [
      'with a keyword of a message',
      orderTo(toSms({ body: 'Du har fått $messageTitle$' })),
      'keyword-unknown',
      'Recipient.RecipientSms.Settings.Body',
    ],
    [
      'with a keyword of a message in a reminder, in capitals',
      reminded({ delayDays: 1, recipient: toEmail({ subject: 'Fra $SENDERSNAME$' }) }),
      'keyword-unknown',
      'Reminders[0].Recipient.RecipientEmail.Settings.Subject',
    ],
    ['with no channel', person({ channelSchema: null }), 'schema', '$.recipient.recipientPerson.channelSchema'],
    ['on a date', at('2099-12-01'), 'requested-send-time', 'RequestedSendTime'],
    ['at an offset that no place has', at('2099-01-01T12:00:00+14:30'), 'requested-send-time', '$.requestedSendTime'],
    ['at a time without a zone', at('2030-01-01T12:00:00'), 'requested-send-time', 'RequestedSendTime'],
    ['on 31 February', at('2030-02-31T12:00:00Z'), 'requested-send-time', '$.requestedSendTime'],
    ['a minute ago', at(new Date(Date.now() - MINUTE_MS).toISOString()), 'requested-send-time', 'RequestedSendTime'],
    ['in 1970', at('1970-01-01T00:00:00Z'), 'requested-send-time', 'RequestedSendTime'],
    [
      'with a reminder in the past',
      reminded({ requestedSendTime: '2020-01-01T00:00:00Z', recipient: toEmail() }),
      'requested-send-time',
      'Reminders[0].RequestedSendTime',
    ],
    ['with a reminder at no time', reminded({ recipient: toEmail() }), 'reminder-time', 'Reminders[0]'],
    [
      'with a reminder the same day',
      reminded({ delayDays: 0, recipient: toEmail() }),
      'reminder-time',
      'Reminders[0].DelayDays',
    ],
    [
      'with a reminder to nobody',
      reminded({ delayDays: 1, recipient: {} }),
      'order-recipient',
      'Reminders[0].Recipient',
    ],
    [
      'with a condition that is no address',
      orderTo(toEmail(), { conditionEndpoint: 'condition' }),
      'condition-endpoint',
      'ConditionEndpoint',
    ],
    [
      'with a condition in a private network',
      orderTo(toEmail(), { conditionEndpoint: 'https://10.0.0.1/check' }),
      'condition-endpoint',
      'ConditionEndpoint',
    ],
    [
      'with a reminder’s condition at the cloud’s metadata',
      reminded({ delayDays: 1, recipient: toEmail(), conditionEndpoint: 'http://169.254.169.254/' }),
      'condition-endpoint',
      'Reminders[0].ConditionEndpoint',
    ],
  ])('%s is refused where it is wrong', async (_what, order, code, key) => {
    const { status, json } = await postOrder(order, token)
    expect(status, JSON.stringify(json)).toBe(400)
    expect(Object.keys(Object(json.errors))).toContain(key)
    const findings: unknown[] = Array.isArray(json.findings) ? json.findings : []
    expect(findings.map((finding) => Object(finding).code)).toContain(code)
  })

  it('is told in Altinn’s words that its moment has passed', async () => {
    const { json } = await postOrder(at('2020-01-01T00:00:00Z'), token)
    expect(json.errors).toEqual({ RequestedSendTime: ['RequestedSendTime must be greater than or equal to now.'] })
  })

  it('has more reminders than an order can number', async () => {
    const reminders = Array.from({ length: limits.REMINDERS_MAX + 1 }, () => ({ delayDays: 1, recipient: toEmail() }))
    expect((await postOrder(orderTo(toEmail(), { reminders }), token)).status).toBe(400)
    expect((await postOrder(orderTo(toEmail(), { reminders: reminders.slice(1) }), token)).status).toBe(201)
  })

  it('has a reminder after more than a hundred years', async () => {
    expect((await postOrder(reminded({ delayDays: 36_501, recipient: toEmail() }), token)).status).toBe(400)
    expect((await postOrder(reminded({ delayDays: 36_500, recipient: toEmail() }), token)).status).toBe(201)
  })

  it('is refused even where its key was used before', async () => {
    const order = orderTo(toEmail())
    await postOrder(order, token)
    expect((await postOrder({ ...order, recipient: {} }, token)).status).toBe(400)
  })
})

describe('an order that looks wrong', () => {
  // Made in each try: a key that was used before is a replay.
  it.each<[string, () => unknown]>([
    ['at an offset of hours alone', () => at('2099-01-01T12:00:00+01')],
    ['at the furthest offset there is', () => at('2099-01-01T12:00:00-14:00')],
    [
      'with texts, lists and objects that are null',
      () =>
        orderTo(toEmail({ senderEmailAddress: null }), {
          reminders: null,
          sendersReference: null,
          conditionEndpoint: null,
          dialogportenAssociation: null,
        }),
    ],
    [
      'with a reminder whose time is null',
      () => reminded({ delayDays: 1, requestedSendTime: null, recipient: toEmail() }),
    ],
    [
      'with a reminder whose delay is null',
      () => reminded({ delayDays: null, requestedSendTime: '2099-01-01T12:00:00Z', recipient: toEmail() }),
    ],
    ['to a person, with a resource', () => person({ resourceId: 'urn:altinn:resource:example' })],
    ['with an action that is empty', () => person({ resourceAction: '' })],
    [
      'with an action that is empty, of a resource',
      () => person({ resourceId: 'urn:altinn:resource:example', resourceAction: '' }),
    ],
    ['with words between dollar signs that are none of ours', () => orderTo(toSms({ body: 'Kurs $nok$ i dag' }))],
    ['in the year 9999', () => at('9999-12-31T23:59:59Z')],
    ['a few seconds ago, by the client’s clock', () => at(new Date(Date.now() - 3_000).toISOString())],
    [
      'with its enumerations as numbers',
      () => orderTo({ recipientPerson: undefined, ...toEmail({ contentType: 1, sendingTimePolicy: 1 }) }),
    ],
    ['with names in any case', () => ({ IDEMPOTENCYID: crypto.randomUUID(), Recipient: toEmail() })],
    ['with members that nobody knows', () => orderTo(toEmail(), { associationDialogporten: { dialogId: 'x' } })],
  ])('%s is accepted', async (_what, order) => {
    expect((await postOrder(order(), token)).status).toBe(201)
  })
})
