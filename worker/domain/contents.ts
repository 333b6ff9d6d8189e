import { type InstantEmailRequest, type InstantSmsRequest, parseEmailAddress } from '@straks/shared'
import { toOneLine } from '@straks/shared/text'
import { accepted } from './judged.ts'
import type { EmailContent, SmsContent } from './message.ts'

/** The senders that stand in where a request names none. */
export type DefaultSenders = { readonly sms: string; readonly email: string }

type SmsSettings = InstantSmsRequest['recipientSms']['smsSettings']
type EmailSettings = InstantEmailRequest['recipientEmail']['emailSettings']

/** What an accepted request says by SMS. */
export const smsContent = ({ sender, body }: SmsSettings, defaults: DefaultSenders): SmsContent => ({
  channel: 'sms',
  from: sender?.trim() || defaults.sms,
  body,
})

/** What an accepted request says by e-mail. The subject becomes one line. */
export const emailContent = (settings: EmailSettings, defaults: DefaultSenders): EmailContent => ({
  channel: 'email',
  from:
    settings.senderEmailAddress === undefined
      ? defaults.email
      : accepted(parseEmailAddress(settings.senderEmailAddress)),
  subject: toOneLine(settings.subject),
  body: settings.body,
  contentType: settings.contentType ?? 'Plain',
})
