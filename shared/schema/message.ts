import * as z from 'zod'
import { words } from '#words'
import { LIST_MAX_COUNTS, MEMBER_MAX_UNITS, MESSAGE_MAX_COUNTS, MESSAGE_MAX_UNITS } from '../limits.ts'
import { attachmentMembers, PASSED_OVER_IN_ATTACHMENT } from './attachment.ts'
import { field, part } from './field.ts'
import { neverNull } from './nullable.ts'
import { sendersReference } from './order-parts.ts'

/** Members of a message that have no effect here. docs/altinn/correspondence.md §1.1. */
export const PASSED_OVER_IN_MESSAGE = ['allowSystemDeleteAfter', 'altinn2CorrespondenceId', 'systemLabel']

const attachment = () =>
  part(
    z
      .object(attachmentMembers())
      .meta({ description: words(() => 'An attachment: the file of this name in the form, or a reference.') }),
    'attachment',
    PASSED_OVER_IN_ATTACHMENT,
  )

const content = () =>
  part(
    z
      .object({
        language: field(
          z
            .string()
            .max(MEMBER_MAX_UNITS.name)
            .meta({ description: words(() => 'The language: `nb`, `nn` or `en`. Left out: `nb`.'), examples: ['nb'] }),
          'language-code',
          { emptyIsAbsent: true },
        ).optional(),
        messageTitle: z
          .string()
          .max(MESSAGE_MAX_UNITS.messageTitle)
          .meta({ description: words(() => 'The title of the message, in plain text: 1 to 255 characters.') })
          .optional(),
        messageSummary: z
          .string()
          .max(MESSAGE_MAX_UNITS.messageSummary)
          .meta({ description: words(() => 'A summary, in plain text: 255 characters at most.') })
          .optional(),
        messageBody: z
          .string()
          .max(MESSAGE_MAX_UNITS.messageBody)
          .meta({ description: words(() => 'The message itself, in Markdown: 1 to 30,000 characters.') })
          .optional(),
        attachments: neverNull(
          z
            .array(attachment())
            .max(MESSAGE_MAX_COUNTS.attachments)
            .meta({ description: words(() => 'Its attachments: 100 at most.') })
            .optional(),
        ),
      })
      .meta({ description: words(() => 'What the message says.') }),
    'message-content',
  )

/** What a reference to something elsewhere refers to, by the numbers that Altinn gives them. */
const referenceType = () =>
  z
    .enum([
      'Generic',
      'AltinnAppInstance',
      'AltinnBrokerFileTransfer',
      'DialogportenDialogId',
      'DialogportenProcessId',
      'DialogportenTransmissionId',
      'DialogportenTransmissionType',
      'DialogportenDialogStatus',
      'DialogportenDialogExtendedStatus',
    ])
    .meta({ description: words(() => 'The value of the reference.') })

const reference = () =>
  part(
    z.object({ referenceType: referenceType(), referenceValue: z.string().max(MEMBER_MAX_UNITS.reference) }),
    'external-reference',
  )

const replyOption = () =>
  part(
    z
      .object({
        linkURL: z
          .string()
          .max(MESSAGE_MAX_UNITS.linkURL)
          .meta({ description: words(() => 'An `https` address of 255 characters at most.'), format: 'uri' }),
        linkText: z
          .string()
          .max(MEMBER_MAX_UNITS.name)
          .meta({ description: words(() => 'The text of the link.') })
          .optional(),
      })
      .meta({ description: words(() => 'An address to reply at.') }),
    'reply-option',
  )

const moment = (description: string) =>
  z.string().max(MEMBER_MAX_UNITS.moment).meta({ description, format: 'date-time' }).optional()

const flag = (description: string) => z.boolean().meta({ description }).optional()

/** The members of a message. All are optional here, since guides show parts of messages; `message-required` asks for them. */
export const messageMembers = () => ({
  resourceId: z
    .string()
    .max(MESSAGE_MAX_UNITS.resourceId)
    .meta({ description: words(() => 'The resource that the message belongs to.') })
    .optional(),
  sender: z
    .string()
    .max(MEMBER_MAX_UNITS.name)
    .meta({ description: words(() => 'Not used: the sender is the caller.'), deprecated: true })
    .optional(),
  sendersReference: sendersReference(MESSAGE_MAX_UNITS.sendersReference),
  messageSender: z
    .string()
    .max(MESSAGE_MAX_UNITS.messageSender)
    .meta({ description: "The sender's name as the recipient sees it; fills in `$sendersName$`." })
    .optional(),
  content: content().optional(),
  requestedPublishTime: moment('When the message is published. Left out, or past: now.'),
  dueDateTime: moment('Until when the recipient is to answer.'),
  externalReferences: z
    .array(reference())
    .max(MESSAGE_MAX_COUNTS.externalReferences)
    .meta({ description: words(() => 'References to related things elsewhere: 10 at most.') })
    .optional(),
  propertyList: neverNull(
    z
      .record(z.string().max(MESSAGE_MAX_UNITS.propertyName), z.string().max(MESSAGE_MAX_UNITS.propertyValue))
      .meta({
        maxProperties: MESSAGE_MAX_COUNTS.propertyList,
        description: words(() => 'Properties of your own: 10 at most, names of 50 and values of 300 characters.'),
      })
      .optional(),
  ),
  replyOptions: z
    .array(replyOption())
    .max(LIST_MAX_COUNTS.replyOptions)
    .meta({ description: words(() => 'Where the recipient can reply.') })
    .optional(),
  ignoreReservation: flag('Whether to send even if the person has declined electronic communication.'),
  isConfirmationNeeded: flag('Whether the recipient must confirm it; needs `dueDateTime`.'),
  isConfidential: flag('Whether the message is confidential.'),
  allowForwarding: flag('Whether the recipient may forward it. Kept and shown; there is no forwarding here.'),
})
