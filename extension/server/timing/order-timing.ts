import { isJsonObject, parseMoment, say } from '@straks/shared'
import type { PlacedText, ReadPiece } from '../texts.ts'
import { TIMING_WORDS } from '../words.ts'
import { hoursOf, joinParts, type PreviewContext, writeMoment } from './preview-context.ts'

/** The nearest object of a kind that a text lies in. */
function holderOf({ within }: PlacedText, role: 'reminder' | 'recipient-party'): PlacedText['within'] {
  let holder = within
  while (holder && holder.role !== role) holder = holder.within
  return holder
}

/** The channel that a recipient's scheme only takes where the preferred one has no address. */
const FALLBACKS = new Map<unknown, 'sms' | 'email'>([
  ['SmsPreferred', 'email'],
  ['EmailPreferred', 'sms'],
])

function momentOf(requestedSendTime: unknown, { language, time }: PreviewContext): string {
  const moment = typeof requestedSendTime === 'string' ? parseMoment(requestedSendTime) : undefined
  return moment?.ok && moment.value > time ? writeMoment(moment.value, language) : say(TIMING_WORDS.atOnce, language)
}

/**
 * When a message of an order is sent, and to whom if not to all: an SMS waits for the day unless it says otherwise.
 * docs/altinn/notifications.md §7.4.
 */
export function orderTiming(text: PlacedText, { value }: ReadPiece, context: PreviewContext): string {
  const { language } = context
  const reminder = holderOf(text, 'reminder')
  const { delayDays, requestedSendTime } = reminder?.members ?? (isJsonObject(value) ? value : {})
  const when =
    typeof delayDays === 'number' && reminder
      ? say(TIMING_WORDS.daysLater, language, { days: delayDays })
      : momentOf(requestedSendTime, context)
  const medium = text.role === 'sms-body' ? 'sms' : 'email'
  const policy = text.siblings.sendingTimePolicy ?? (medium === 'sms' ? 'Daytime' : 'Anytime')
  const isFallback = FALLBACKS.get(holderOf(text, 'recipient-party')?.members.channelSchema) === medium
  return joinParts(
    reminder ? say(TIMING_WORDS.reminderPrefix, language, { when }) : when,
    isFallback ? say(medium === 'sms' ? TIMING_WORDS.elseSms : TIMING_WORDS.elseEmail, language) : undefined,
    policy === 'Anytime' ? undefined : hoursOf(medium, context),
  )
}
