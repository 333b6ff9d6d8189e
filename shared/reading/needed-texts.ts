import { MEDIA_OF, type NotificationChannel } from '../schema/channel.ts'
import { type NotificationView, type Phase, TEXT_MEMBERS, type TextMember } from './notification.ts'

/** Altinn's number for a text that is missing, by channel. docs/altinn/correspondence.md §2.1. */
const ALTINN_CODES: Readonly<Record<Phase, Readonly<Record<NotificationChannel, number>>>> = {
  main: { Email: 3002, Sms: 3004, EmailPreferred: 3006, SmsPreferred: 3006, EmailAndSms: 3024 },
  reminder: { Email: 3003, Sms: 3005, EmailPreferred: 3007, SmsPreferred: 3007, EmailAndSms: 3025 },
}

/** A text that is needed, and the number of the mistake that it would be to leave it out. */
type NeededText = { readonly phase: Phase; readonly name: TextMember; readonly altinnCode: number }

/** The phases of a notification that are sent. */
export const phasesOf = ({ sendsReminder }: NotificationView): readonly Phase[] =>
  sendsReminder ? ['main', 'reminder'] : ['main']

/** The texts that a channel needs. Either of two channels may be taken, so both need theirs. */
export function textsOfChannel(phase: Phase, channel: NotificationChannel): readonly TextMember[] {
  const { subject, body, sms } = TEXT_MEMBERS[phase]
  const media = MEDIA_OF[channel]
  return [...(media.includes('email') ? [subject, body] : []), ...(media.includes('sms') ? [sms] : [])]
}

/**
 * The texts that a notification needs for its channels. Altinn's own template needs none, and a reminder inherits none.
 * docs/altinn/correspondence.md §2.1.
 */
export function neededTexts(view: NotificationView): readonly NeededText[] {
  if (view.ownText !== true) return []
  return phasesOf(view).flatMap((phase) => {
    const channel = view.channels[phase]
    if (!channel) return []
    const altinnCode = ALTINN_CODES[phase][channel]
    return textsOfChannel(phase, channel).map((name) => ({ phase, name, altinnCode }))
  })
}

/** Whether a member has no text. A value that is not a string is refused by the schema. */
export const isWordless = (value: unknown): boolean =>
  value === undefined || (typeof value === 'string' && value.trim() === '')
