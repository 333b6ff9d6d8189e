import { beforeAll, describe, expect, it } from 'vitest'
import type { Members } from '../../support/api/answer.ts'
import { initialise, messageRequest, tokens } from './messages.ts'

let token: string
beforeAll(async () => {
  token = (await tokens()).sender
})

/** A deprecated way to name custom recipients, with these members. */
const overriding = (members: Members) => ({ notification: { customNotificationRecipients: [members] } })
const recipients = [{ emailAddress: 'kari@example.com' }]

const OVERRIDING = 'Correspondence.Notification.CustomNotificationRecipients[0]'

/** What .NET's own types always have may be left out of a message, and not be null. docs/altinn/correspondence.md §1.5. */
describe('a message is refused', () => {
  it.each<[string, Parameters<typeof messageRequest>[0], string, string]>([
    ['recipients', { request: { recipients: null } }, 'Recipients', 'Recipients'],
    ['existing attachments', { request: { existingAttachments: null } }, 'ExistingAttachments', 'ExistingAttachments'],
    ['properties', { correspondence: { propertyList: null } }, 'Correspondence.PropertyList', 'PropertyList'],
    ['attachments', { content: { attachments: null } }, 'Correspondence.Content.Attachments', 'Attachments'],
    [
      'what a reference refers to',
      { correspondence: { externalReferences: [{ referenceType: 0, referenceValue: null }] } },
      'Correspondence.ExternalReferences[0].ReferenceValue',
      'ReferenceValue',
    ],
    [
      'overriding recipients',
      overriding({ recipientToOverride: 'x', recipients: null }),
      `${OVERRIDING}.Recipients`,
      'Recipients',
    ],
    [
      'whom they override',
      overriding({ recipientToOverride: null, recipients }),
      `${OVERRIDING}.RecipientToOverride`,
      'RecipientToOverride',
    ],
  ])('where its %s are null', async (_what, changes, key, name) => {
    const { status, json } = await initialise(messageRequest(changes), token)
    expect([status, json.code]).toEqual([400, 'STD-00000'])
    expect(json.errors).toEqual({ [key]: [`The ${name} field is required.`] })
  })

  it.each<[string, Members]>([
    ['nothing', {}],
    ['no one to override', { recipients }],
    ['no recipients', { recipientToOverride: '0192:991825827' }],
  ])('where a list of overriding recipients names %s', async (_what, members) => {
    expect((await initialise(messageRequest(overriding(members)), token)).status).toBe(400)
  })
})

describe('a message is taken', () => {
  it.each<[string, Parameters<typeof messageRequest>[0]]>([
    ['with no name for whom it overrides', overriding({ recipientToOverride: '', recipients })],
    [
      'with nulls for texts, and for lists that may have none',
      {
        correspondence: {
          messageSender: null,
          requestedPublishTime: null,
          dueDateTime: null,
          ignoreReservation: null,
          externalReferences: null,
          replyOptions: null,
        },
        content: { messageSummary: null, language: null },
        notification: {
          emailSubject: null,
          requestedSendTime: null,
          reminderNotificationChannel: null,
          customRecipients: null,
          customRecipient: null,
          customNotificationRecipients: null,
        },
      },
    ],
    ['with no overriding recipients', overriding({ recipientToOverride: '0192:991825827', recipients: [] })],
    ['with overriding recipients', overriding({ recipientToOverride: '0192:991825827', recipients })],
  ])('%s', async (_how, changes) => {
    const { status, json } = await initialise(messageRequest(changes), token)
    expect([status, json.errors]).toEqual([200, undefined])
  })
})
