import { documentKinds, type JsonValue, recognise } from '@straks/shared'
import { rulePages } from '@straks/shared/rule-pages'
import { describe, expect, it } from 'vitest'

const SMS = { phoneNumber: '+4799999999', smsSettings: { body: 'Hei' } }
const INSTANT_SMS = { ...SMS, timeToLiveInSeconds: 120 }

describe('recognise', () => {
  it.each<[string, JsonValue]>([
    ['instant-sms', { recipientSms: INSTANT_SMS }],
    ['instant-sms', { RECIPIENTSMS: null }],
    ['instant-email', { idempotencyId: '1', recipientEmail: {} }],
    ['instant', { recipient: { recipientSms: INSTANT_SMS } }],
    ['instant', { Recipient: { RecipientSms: { TimeToLiveInSeconds: 'soon' } } }],
    ['order', { recipient: { recipientSms: SMS } }],
    ['order', { recipient: { recipientSms: INSTANT_SMS }, reminders: [] }],
    ['order', { recipient: { recipientSms: INSTANT_SMS, recipientEmail: {} } }],
    ['order', { recipient: { recipientPerson: {} } }],
    ['order', { recipient: { recipientOrganization: {} } }],
    ['order', { recipient: { recipientExternalIdentity: {} } }],
    ['order', { idempotencyId: '1', recipient: {} }],
    ['order', { idempotencyId: '1', reminders: [] }],
    ['correspondence', { correspondence: {}, recipients: [] }],
    ['correspondence', { Correspondence: { notification: {} }, Recipients: [], ExistingAttachments: {} }],
    ['correspondence-part', { notification: { customRecipients: [] } }],
    ['correspondence-part', { resourceId: 'x', content: {}, Notification: { NotificationTemplate: 1 } }],
    ['notification', { notificationTemplate: 'CustomMessage' }],
    ['notification', { smsBody: 'Hei' }],
    ['notification', { customRecipient: {} }],
  ])('takes for %s: %j', (name, document) => {
    expect(recognise(document)?.name).toBe(name)
  })

  it.each<[JsonValue]>([
    [null],
    [7],
    ['recipientSms'],
    [[]],
    [{}],
    [{ recipient: 'Ola', name: 'x' }],
    [{ name: 'package', version: '1.0.0', dependencies: {} }],
    [{ notificationOrderId: '1', notification: { shipmentId: '2', sendersReference: 'x' } }],
    [{ shipmentId: '1', status: 'SMS_Delivered', recipients: [{ destination: '+4799999999' }] }],
    [{ notification: 'smsBody' }],
  ])('takes for no request: %j', (document) => {
    expect(recognise(document)).toBeUndefined()
  })

  it('recognises the example of every rule as the kind that it says it is', () => {
    for (const page of Object.values(rulePages))
      for (const { kind, document } of Object.values(page.examples()).flat()) {
        const recognised = recognise(document)?.name
        // A notification whose every member is null says nothing, and is judged by what the example calls it.
        if (recognised !== undefined) expect(recognised).toBe(kind)
      }
  })
})

it('names every kind once', () => {
  const names = documentKinds.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})
