import * as z from 'zod'

/**
 * The channels that a message to a person or an organisation may take, in the order of their numbers.
 * docs/altinn/correspondence.md §2.8.
 */
export const NotificationChannel = z.enum(['Email', 'Sms', 'EmailPreferred', 'SmsPreferred', 'EmailAndSms']).meta({
  id: 'NotificationChannel',
  description:
    'How the message is sent: `Email` (0), `Sms` (1), `EmailPreferred` (2: SMS where there is no e-mail address), `SmsPreferred` (3: e-mail where there is no number) or `EmailAndSms` (4: both).',
})

export type NotificationChannel = z.output<typeof NotificationChannel>
