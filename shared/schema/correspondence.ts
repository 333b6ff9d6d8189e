import * as z from 'zod'
import { once } from '../once.ts'
import { field, part } from './field.ts'
import { messageMembers } from './message.ts'
import { notificationSchema } from './notification.ts'

/** A correspondence, or any part of one, that holds a notification: how guides show it. Seed 004. */
export const correspondencePartSchema = once(() =>
  part(
    z
      .object({ ...messageMembers(), notification: notificationSchema() })
      .meta({ id: 'CorrespondencePart', description: 'A message with its notification, or a part of one.' }),
    'message',
  ),
)

export type CorrespondencePart = z.output<ReturnType<typeof correspondencePartSchema>>

/** The ids of attachments. The guide shows an object here: an empty one is no attachments. */
const existingAttachments = () =>
  z
    .union([z.array(z.guid()), z.strictObject({})])
    .meta({ description: 'The ids of attachments that were uploaded before.' })
    .optional()

/** The body that initialises a correspondence. Seed 004, `spec/correspondence.md` 1.1. */
export const correspondenceRequestSchema = once(() =>
  part(
    z
      .object({
        correspondence: part(
          z
            .object({ ...messageMembers(), notification: notificationSchema().optional() })
            .meta({ description: 'The message.' }),
          'message',
        ),
        recipients: field(
          z
            .array(
              field(
                z.string().meta({
                  description:
                    'An organisation (`0192:` or `urn:altinn:organization:identifier-no:` before 9 digits) or a person (11 digits).',
                  examples: ['0192:991825827'],
                }),
                'message-recipient',
              ),
            )
            .meta({ description: 'Who receives the message: 1 to 500.' }),
          'message-recipients',
        ),
        existingAttachments: existingAttachments(),
        idempotentKey: z
          .string()
          .meta({ description: 'A UUID that is unique to this message, which then has one recipient.', format: 'uuid' })
          .optional(),
      })
      .meta({
        id: 'CorrespondenceRequest',
        description: 'A message to one or more recipients, with the notification that tells them of it.',
        examples: [
          {
            correspondence: {
              resourceId: 'urn:altinn:resource:example',
              sendersReference: 'case-2026-1234',
              content: { language: 'nb', messageTitle: 'Vedtak', messageBody: 'Her er vedtaket.' },
              notification: { notificationTemplate: 'GenericAltinnMessage', notificationChannel: 'EmailPreferred' },
            },
            recipients: ['0192:991825827'],
          },
        ],
      }),
    'message-request',
  ),
)

export type CorrespondenceRequest = z.output<ReturnType<typeof correspondenceRequestSchema>>
