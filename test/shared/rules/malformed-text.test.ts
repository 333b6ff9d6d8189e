import { attachment, type JsonValue, lint } from '@straks/shared'
import { describe, expect, it } from 'vitest'
import { findingsIn } from './judging.ts'

const HALF = '\ud83c'

const TEXTS: JsonValue = {
  channelSchema: 'Sms',
  resourceId: 'urn:altinn:resource:x',
  smsSettings: { sender: 'x', body: 'x' },
}

const DOCUMENTS: Readonly<Record<string, JsonValue>> = {
  correspondence: {
    recipients: ['0192:991825827'],
    existingAttachments: ['5a7b2a3e-0f1c-4c8e-9e7e-9f6a2f9d3c11'],
    idempotentKey: '5a7b2a3e-0f1c-4c8e-9e7e-9f6a2f9d3c11',
    correspondence: {
      resourceId: 'x',
      sender: 'x',
      sendersReference: 'x',
      messageSender: 'x',
      content: {
        language: 'nb',
        messageTitle: 'x',
        messageSummary: 'x',
        messageBody: 'x',
        attachments: [{ fileName: 'x', displayName: 'x', sendersReference: 'x', checksum: 'x' }],
      },
      requestedPublishTime: '2126-01-01',
      dueDateTime: '2126-01-02',
      externalReferences: [{ referenceType: 'Generic', referenceValue: 'x' }],
      propertyList: { name: 'x' },
      replyOptions: [{ linkURL: 'https://x.no', linkText: 'x' }],
      notification: {
        notificationTemplate: 'CustomMessage',
        emailSubject: 'x',
        emailBody: 'x',
        smsBody: 'x',
        customRecipients: [{ emailAddress: 'x@x.no', organizationNumber: '', mobileNumber: '' }],
        customNotificationRecipients: [{ recipientToOverride: 'x', recipients: [] }],
      },
    },
  },
  attachment: { resourceId: 'x', fileName: 'x', displayName: 'x', sendersReference: 'x', checksum: '' },
  order: {
    idempotencyId: 'x',
    sendersReference: 'x',
    conditionEndpoint: 'https://x.no',
    requestedSendTime: '2126-01-01T00:00:00Z',
    dialogportenAssociation: { dialogId: 'x', transmissionId: 'x' },
    recipient: { recipientPerson: { nationalIdentityNumber: '08900499559', ...Object(TEXTS) } },
    reminders: [
      {
        sendersReference: 'x',
        delayDays: 1,
        recipient: { recipientOrganization: { orgNumber: 'x', ...Object(TEXTS) } },
      },
    ],
  },
}

/** Every document that one text of this one makes, with half a character in it. */
function* halved(value: JsonValue): Generator<JsonValue> {
  if (typeof value === 'string') yield value + HALF
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) for (const other of halved(item)) yield value.with(index, other)
  } else if (typeof value === 'object' && value !== null)
    for (const [name, item] of Object.entries(value))
      for (const other of halved(item)) yield { ...value, [name]: other }
}

describe('half a character is refused wherever a text may stand', () => {
  it.each(Object.keys(DOCUMENTS))('in a document of the kind %s', (kind) => {
    const documents = [...halved(DOCUMENTS[kind] ?? null)]
    expect(documents.length).toBeGreaterThan(4)
    for (const document of documents) {
      const findings = kind === 'attachment' ? lint(attachment, document, 'en') : findingsIn({ kind, document })
      const codes = findings.map(({ code }) => code)
      expect(codes, JSON.stringify(document)).toSatisfy(
        (all: string[]) => all.includes('malformed-text') || all.includes('schema'),
      )
    }
  })

  it('in the name of a property', () => {
    const found = findingsIn({
      kind: 'correspondence',
      document: { correspondence: { propertyList: { [HALF]: 'x' } }, recipients: [] },
    })
    expect(found.find(({ code }) => code === 'malformed-text')?.path).toEqual(['correspondence', 'propertyList'])
  })
})
