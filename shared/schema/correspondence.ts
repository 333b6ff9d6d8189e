import * as z from 'zod'
import { field } from './field.ts'
import { Notification } from './notification.ts'
import { sendersReference } from './order-parts.ts'

const content = () =>
  z
    .object({
      language: field(
        z.string().meta({ description: 'The language: `nb`, `nn` or `en`. Left out: `nb`.', examples: ['nb'] }),
        'language-code',
        { emptyIsAbsent: true },
      ).optional(),
      messageTitle: z.string().meta({ description: 'The title of the message, in plain text.' }).optional(),
      messageSummary: z.string().meta({ description: 'A summary, in plain text.' }).optional(),
      messageBody: z.string().meta({ description: 'The message itself, in Markdown.' }).optional(),
      attachments: z.unknown().meta({ description: 'Its attachments.' }).optional(),
    })
    .meta({ description: 'What the message says.' })

/** The part of a correspondence that has to do with its notification. Other members are passed over. Seed 004. */
const correspondenceMembers = () => ({
  resourceId: z.string().meta({ description: 'The resource that the message belongs to.' }).optional(),
  sendersReference: sendersReference(),
  messageSender: z
    .string()
    .meta({ description: "The sender's name as the recipient sees it; fills in `$sendersName$`." })
    .optional(),
  content: content().optional(),
  requestedPublishTime: z
    .string()
    .meta({ description: 'When the message is published. Left out: now.', format: 'date-time' })
    .optional(),
  ignoreReservation: z
    .boolean()
    .meta({ description: 'Whether to send also to someone who has declined electronic communication.' })
    .optional(),
})

/** A correspondence, or any part of one, that holds a notification: how guides show it. Seed 004. */
export const CorrespondencePart = z
  .object({ ...correspondenceMembers(), notification: Notification })
  .meta({ id: 'CorrespondencePart', description: 'A message with its notification, or a part of one.' })

export type CorrespondencePart = z.output<typeof CorrespondencePart>

/** The body that initialises a correspondence. Seed 004, `spec/correspondence.md` 1.1. */
export const CorrespondenceRequest = z
  .object({
    correspondence: z
      .object({ ...correspondenceMembers(), notification: Notification.optional() })
      .meta({ description: 'The message.' }),
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
    existingAttachments: z.unknown().meta({ description: 'Attachments that were uploaded before.' }).optional(),
    idempotentKey: z.string().meta({ description: 'A UUID that is unique to this message.' }).optional(),
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
  })

export type CorrespondenceRequest = z.output<typeof CorrespondenceRequest>
