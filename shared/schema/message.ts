import * as z from 'zod'
import { field, part } from './field.ts'
import { sendersReference } from './order-parts.ts'

const attachment = () =>
  z
    .object({
      fileName: z.string().meta({ description: 'The name of its file.' }).optional(),
      displayName: z.string().meta({ description: 'Its name as the recipient sees it.' }).optional(),
      sendersReference: z.string().meta({ description: 'A name of your own for it.' }).optional(),
      checksum: z.string().meta({ description: 'The MD5 checksum of its file.' }).optional(),
      isEncrypted: z.boolean().meta({ description: 'Whether its file is encrypted.' }).optional(),
    })
    .meta({ description: 'An attachment: its file is kept elsewhere.' })

const content = () =>
  part(
    z
      .object({
        language: field(
          z.string().meta({ description: 'The language: `nb`, `nn` or `en`. Left out: `nb`.', examples: ['nb'] }),
          'language-code',
          { emptyIsAbsent: true },
        ).optional(),
        messageTitle: z
          .string()
          .meta({ description: 'The title of the message, in plain text: 1 to 255 characters.' })
          .optional(),
        messageSummary: z
          .string()
          .meta({ description: 'A summary, in plain text: 255 characters at most.' })
          .optional(),
        messageBody: z
          .string()
          .meta({ description: 'The message itself, in Markdown: 1 to 30,000 characters.' })
          .optional(),
        attachments: z.array(attachment()).meta({ description: 'Its attachments: 100 at most.' }).optional(),
      })
      .meta({ description: 'What the message says.' }),
    'message-content',
  )

/** What a reference to something elsewhere refers to, by the numbers that Altinn gives them. */
const referenceType = () =>
  z
    .enum(['Generic', 'AltinnAppInstance', 'AltinnBrokerFileTransfer', 'DialogportenDialogId', 'DialogportenProcessId'])
    .meta({ description: 'What it refers to.' })

const replyOption = () =>
  part(
    z
      .object({
        linkURL: z.string().meta({ description: 'An `https` address of 255 characters at most.', format: 'uri' }),
        linkText: z.string().meta({ description: 'The text of the link.' }).optional(),
      })
      .meta({ description: 'A place to reply at.' }),
    'reply-option',
  )

const moment = (description: string) => z.string().meta({ description, format: 'date-time' }).optional()

const flag = (description: string) => z.boolean().meta({ description }).optional()

/** The members of a message. All are optional here, since guides show parts of messages; `message-required` asks for them. */
export const messageMembers = () => ({
  resourceId: z.string().meta({ description: 'The resource that the message belongs to.' }).optional(),
  sender: z.string().meta({ description: 'Not used: the sender is who calls.', deprecated: true }).optional(),
  sendersReference: sendersReference(),
  messageSender: z
    .string()
    .meta({ description: "The sender's name as the recipient sees it; fills in `$sendersName$`." })
    .optional(),
  content: content().optional(),
  requestedPublishTime: moment('When the message is published. Left out, or past: now.'),
  dueDateTime: moment('Until when the recipient is to answer.'),
  externalReferences: z
    .array(z.object({ referenceType: referenceType(), referenceValue: z.string() }))
    .meta({ description: 'What the message has to do with elsewhere: 10 at most.' })
    .optional(),
  propertyList: z
    .record(z.string(), z.string())
    .meta({ description: 'Properties of your own: 10 at most, names of 50 and values of 300 characters.' })
    .optional(),
  replyOptions: z.array(replyOption()).meta({ description: 'Where the recipient can reply.' }).optional(),
  ignoreReservation: flag('Whether to send also to someone who has declined electronic communication.'),
  isConfirmationNeeded: flag('Whether the recipient must confirm it; needs `dueDateTime`.'),
  isConfidential: flag('Whether the message is confidential.'),
})
