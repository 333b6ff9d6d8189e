import * as z from 'zod'
import { words } from '#words'
import { MEMBER_MAX_UNITS, MESSAGE_MAX_COUNTS } from '../limits.ts'
import { once } from '../once.ts'
import { field, part } from './field.ts'
import { messageMembers, PASSED_OVER_IN_MESSAGE } from './message.ts'
import { notificationSchema } from './notification.ts'
import { neverNull } from './nullable.ts'

/**
 * A correspondence, or any part of one, with a notification, as guides show it.
 * docs/altinn/correspondence.md §1.1.
 */
export const correspondencePartSchema = once(() =>
  part(
    z.object({ ...messageMembers(), notification: notificationSchema() }).meta({
      id: 'CorrespondencePart',
      description: words(() => 'A message with its notification, or a part of one.'),
    }),
    'message',
    PASSED_OVER_IN_MESSAGE,
  ),
)

/** The ids of attachments. The guide shows an object here: an empty one is no attachments. */
const existingAttachments = () =>
  z
    .union([z.array(z.guid().max(MEMBER_MAX_UNITS.uuid)).max(MESSAGE_MAX_COUNTS.attachments), z.strictObject({})])
    .meta({ description: words(() => 'The ids of attachments that were uploaded before.') })
    .optional()

/** The body that initialises a correspondence. docs/altinn/correspondence.md §1.1. */
export const correspondenceRequestSchema = once(() =>
  part(
    z
      .object({
        correspondence: part(
          z
            .object({ ...messageMembers(), notification: notificationSchema().optional() })
            .meta({ description: words(() => 'The message.') }),
          'message',
          PASSED_OVER_IN_MESSAGE,
        ),
        recipients: field(
          z
            .array(
              field(
                z
                  .string()
                  .max(MEMBER_MAX_UNITS.urn)
                  .meta({
                    description: words(
                      () =>
                        'An organisation (`0192:` or `urn:altinn:organization:identifier-no:` before 9 digits) or a person (11 digits).',
                    ),
                    examples: ['0192:991825827'],
                  }),
                'message-recipient',
              ),
            )
            .max(MESSAGE_MAX_COUNTS.recipients)
            .meta({ description: words(() => 'Who receives the message: 1 to 500.') }),
          'message-recipients',
        ),
        existingAttachments: neverNull(existingAttachments()),
        idempotentKey: z
          .string()
          .max(MEMBER_MAX_UNITS.uuid)
          .meta({
            description: words(() => 'A UUID that is unique to this message, which then has one recipient.'),
            format: 'uuid',
          })
          .optional(),
      })
      .meta({
        id: 'CorrespondenceRequest',
        description: words(() => 'A message to one or more recipients, with its notification.'),
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
