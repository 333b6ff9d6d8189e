import * as z from 'zod'
import { words } from '#words'

/**
 * The channels that a message to a person or an organisation may take, in the order of their numbers.
 * docs/altinn/correspondence.md §2.8.
 */
export const NotificationChannel = z.enum(['Email', 'Sms', 'EmailPreferred', 'SmsPreferred', 'EmailAndSms']).meta({
  id: 'NotificationChannel',
  description: words(
    () =>
      'How the message is sent: `Email` (0), `Sms` (1), `EmailPreferred` (2: SMS where there is no e-mail address), `SmsPreferred` (3: e-mail where there is no number) or `EmailAndSms` (4: both).',
  ),
})

export type NotificationChannel = z.output<typeof NotificationChannel>

/** How one message travels. */
export type Medium = 'email' | 'sms'

/** The media of each channel, the preferred one first. docs/altinn/correspondence.md §2.8. */
export const MEDIA_OF: Readonly<Record<NotificationChannel, readonly Medium[]>> = {
  Email: ['email'],
  Sms: ['sms'],
  EmailPreferred: ['email', 'sms'],
  SmsPreferred: ['sms', 'email'],
  EmailAndSms: ['email', 'sms'],
}

/** Whether a channel uses all of its media, rather than the first that reaches the recipient. */
export const usesAllMedia = (channel: NotificationChannel): boolean => channel === 'EmailAndSms'
