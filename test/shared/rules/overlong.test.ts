import { type JsonValue, LANGUAGES, limits } from '@straks/shared'
import { describe, expect, it } from 'vitest'
import { threadMilliseconds } from '../../support/thread-time.ts'
import { findingsIn } from './judging.ts'

type Case = readonly [pointer: string, code: string, kind: string, document: JsonValue]

const SMS = { phoneNumber: '+4799999999', smsSettings: { body: 'You have a letter.' } }
const long = (most: number) => 'a'.repeat(most + 1)
const many = (most: number, item: JsonValue): JsonValue => Array.from({ length: most + 1 }, () => item)

const order = (members: Readonly<Record<string, JsonValue>>): JsonValue => ({
  idempotencyId: 'x',
  recipient: { recipientSms: SMS },
  ...members,
})
const message = (members: Readonly<Record<string, JsonValue>>, request: Readonly<Record<string, JsonValue>> = {}) => ({
  correspondence: {
    resourceId: 'example',
    sendersReference: 'x',
    content: { messageTitle: 'Vedtak', messageBody: 'Her er det.' },
    ...members,
  },
  recipients: ['0192:991825827'],
  ...request,
})
const notification = (members: Readonly<Record<string, JsonValue>>): JsonValue => ({
  notificationTemplate: 'GenericAltinnMessage',
  notificationChannel: 'Email',
  ...members,
})

const { address, emailAddress, moment, name, phoneNumber, reference, urn, uuid } = limits.MEMBER_MAX_UNITS

const CASES: readonly Case[] = [
  ['idempotencyId', 'length-limit', 'order', order({ idempotencyId: long(limits.TEXT_MAX_UNITS) })],
  ['sendersReference', 'length-limit', 'order', order({ sendersReference: long(limits.TEXT_MAX_UNITS) })],
  ['conditionEndpoint', 'length-limit', 'order', order({ conditionEndpoint: `https://${'a.'.repeat(address)}no/` })],
  ['requestedSendTime', 'length-limit', 'order', order({ requestedSendTime: long(moment) })],
  ['dialogId', 'length-limit', 'order', order({ dialogportenAssociation: { dialogId: long(name) } })],
  ['reminders', 'length-limit', 'order', order({ reminders: many(limits.REMINDERS_MAX, {}) })],
  [
    'phoneNumber',
    'length-limit',
    'order',
    order({ recipient: { recipientSms: { ...SMS, phoneNumber: `+47${long(phoneNumber)}` } } }),
  ],
  [
    'emailAddress',
    'length-limit',
    'instant-email',
    {
      idempotencyId: 'x',
      recipientEmail: { emailAddress: `${long(emailAddress)}@a.no`, emailSettings: { subject: 'x', body: 'y' } },
    },
  ],
  [
    'sender',
    'length-limit',
    'order',
    order({ recipient: { recipientSms: { ...SMS, smsSettings: { body: 'x', sender: long(name) } } } }),
  ],
  [
    'externalIdentity',
    'length-limit',
    'order',
    order({
      recipient: {
        recipientExternalIdentity: { externalIdentity: long(urn), channelSchema: 'Sms', smsSettings: { body: 'x' } },
      },
    }),
  ],
  [
    'emailAddress',
    'length-limit',
    'notification',
    notification({ customRecipients: [{ emailAddress: long(emailAddress) }] }),
  ],
  [
    'customRecipients',
    'length-limit',
    'notification',
    notification({ customRecipients: many(limits.LIST_MAX_COUNTS.customRecipients, {}) }),
  ],
  ['emailBody', 'length-limit', 'notification', notification({ emailBody: long(limits.TEXT_MAX_UNITS) })],
  ['idempotentKey', 'message-length', 'correspondence', message({}, { idempotentKey: long(uuid) })],
  ['existingAttachments', 'message-length', 'correspondence', message({}, { existingAttachments: many(100, 'x') })],
  ['recipients', 'message-recipient', 'correspondence', message({}, { recipients: many(500, '0192:991825827') })],
  ['0', 'message-recipient', 'correspondence', message({}, { recipients: [long(urn)] })],
  [
    'messageTitle',
    'message-length',
    'correspondence',
    message({ content: { messageTitle: long(200_000), messageBody: 'x' } }),
  ],
  [
    'language',
    'message-length',
    'correspondence',
    message({ content: { messageTitle: 'x', messageBody: 'x', language: long(name) } }),
  ],
  [
    'attachments',
    'message-length',
    'correspondence',
    message({ content: { messageTitle: 'x', messageBody: 'x', attachments: many(100, {}) } }),
  ],
  [
    'propertyList',
    'message-length',
    'correspondence',
    message({ propertyList: Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`p${index}`, 'x'])) }),
  ],
  ['p', 'message-length', 'correspondence', message({ propertyList: { p: long(300) } })],
  ['linkURL', 'reply-option', 'correspondence', message({ replyOptions: [{ linkURL: `https://${long(255)}` }] })],
  [
    'referenceValue',
    'message-length',
    'correspondence',
    message({ externalReferences: [{ referenceType: 'Generic', referenceValue: long(reference) }] }),
  ],
]

describe('a value that is longer than anything reads', () => {
  it.each(CASES)('is refused at %s by %s alone (%s)', (member, code, kind, document) => {
    for (const language of LANGUAGES) {
      const errors = findingsIn({ kind, document }, language).filter(({ severity }) => severity === 'error')
      expect(errors.map((finding) => [String(finding.path.at(-1)), finding.code])).toEqual([[member, code]])
      expect(errors[0]?.message).not.toMatch(/[{}]/)
    }
  })

  it('is a value in the list or the record that it stands in', () => {
    const tooLong = message({ propertyList: { p: long(300) } })
    expect(findingsIn({ kind: 'correspondence', document: tooLong }).map((finding) => finding.message)).toContain(
      'A value in `propertyList` is 301 characters long; at most 300 are allowed. Remove 1 character.',
    )
  })

  it('is refused at once, whatever it would cost to read', () => {
    const endpoint = `https://${'a.'.repeat(40_000)}no/`
    const documents: readonly JsonValue[] = [
      order({ conditionEndpoint: endpoint }),
      order({ recipient: { recipientEmail: { emailAddress: `${'a.'.repeat(60_000)}@${'b.'.repeat(60_000)}no` } } }),
      order({ reminders: Array.from({ length: 60_000 }, () => ({})) }),
    ]
    for (const document of documents) {
      const judge = () => findingsIn({ kind: 'order', document })
      const durationsMs = Array.from({ length: 5 }, () => threadMilliseconds(judge))
      expect(durationsMs.toSorted((one, other) => one - other)[0]).toBeLessThan(20)
    }
  })

  it('leaves what stands beside it to be judged', () => {
    const document = notification({
      customRecipients: many(500, {}),
      emailSubject: 'x'.repeat(limits.TEXT_MAX_UNITS + 1),
      smsBody: 'See https://example.com',
    })
    const codes = findingsIn({ kind: 'notification', document }).map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['length-limit', 'link-forbidden']))
  })

  it('is what Altinn takes, and no less', () => {
    const document = message(
      {
        sendersReference: 'x'.repeat(4_096),
        messageSender: 'x'.repeat(255),
        content: { messageTitle: 'x'.repeat(255), messageSummary: 'x'.repeat(255), messageBody: 'x'.repeat(30_000) },
      },
      { recipients: Array.from({ length: 500 }, (_, index) => `0192:${991_825_827 + index}`) },
    )
    const errors = findingsIn({ kind: 'correspondence', document }).filter(({ severity }) => severity === 'error')
    expect(errors).toEqual([])
  })
})
