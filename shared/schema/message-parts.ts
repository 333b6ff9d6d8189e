import * as z from 'zod'
import { words } from '#words'
import { MEMBER_MAX_UNITS, TEXT_MAX_UNITS } from '../limits.ts'
import { type FieldNote, field } from './field.ts'

/**
 * How the body of an e-mail is written. On the wire a name in any case, or its number.
 * docs/altinn/notifications.md §1.1.
 */
export const EmailContentType = z.enum(['Plain', 'Html']).meta({
  id: 'EmailContentType',
  description: words(() => 'How the body is written: `Plain` (0) or `Html` (1). Left out: `Plain`.'),
})

export type EmailContentType = z.output<typeof EmailContentType>

/** The name or number that an SMS seems to come from. */
export const smsSender = () =>
  field(
    z
      .string()
      .max(MEMBER_MAX_UNITS.name)
      .meta({
        description: words(
          () => 'The name or number shown as sender, at most 11 letters and digits. Left out: the default sender.',
        ),
        examples: ['Altinn'],
      }),
    'sms-sender',
  ).optional()

/** The text of an SMS. */
export const smsBody = (description: string, example: string) =>
  field(
    z
      .string()
      .max(TEXT_MAX_UNITS)
      .meta({ description, examples: [example], minLength: 1 }),
    'sms-body',
  )

/** The address that an e-mail seems to come from. */
export const senderEmailAddress = (note: Pick<FieldNote, 'emptyIsAbsent'> = {}) =>
  field(
    z
      .string()
      .max(MEMBER_MAX_UNITS.emailAddress)
      .meta({
        description: words(() => 'The address shown as sender. Left out: the default sender.'),
        examples: ['noreply@altinn.no'],
      }),
    'sender-email-address',
    note,
  ).optional()

/** The subject line of an e-mail. */
export const emailSubject = (example: string) =>
  field(
    z
      .string()
      .max(TEXT_MAX_UNITS)
      .meta({
        description: words(() => 'The subject line. Short ones are more likely to be delivered.'),
        examples: [example],
        minLength: 1,
      }),
    'email-subject',
  )

/** The text of an e-mail. */
export const emailBody = (example: string) =>
  field(
    z
      .string()
      .max(TEXT_MAX_UNITS)
      .meta({
        description: words(() => 'The text of the e-mail, plain or HTML as `contentType` says.'),
        examples: [example],
        minLength: 1,
      }),
    'email-body',
    { contentTypeIn: ['contentType'] },
  )
