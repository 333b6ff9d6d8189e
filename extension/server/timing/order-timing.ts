import { isJsonObject, parseMoment, say } from '@straks/shared'
import type { PlacedText, ReadPiece } from '../texts.ts'
import { TIMING_WORDS } from '../words.ts'
import { hoursOf, joinParts, type PreviewContext, writeMoment } from './preview-context.ts'

/** The reminder that a text belongs to; `undefined` for a text of the first message. */
function reminderOf({ within }: PlacedText): PlacedText['within'] {
  let holder = within
  while (holder && holder.role !== 'reminder') holder = holder.within
  return holder
}

function momentOf(requestedSendTime: unknown, { language, time }: PreviewContext): string {
  const moment = typeof requestedSendTime === 'string' ? parseMoment(requestedSendTime) : undefined
  return moment?.ok && moment.value > time ? writeMoment(moment.value, language) : say(TIMING_WORDS.atOnce, language)
}

/**
 * When a message of an order is sent: an SMS waits for the day unless it says otherwise.
 * docs/altinn/notifications.md §7.4.
 */
export function orderTiming(text: PlacedText, { value }: ReadPiece, context: PreviewContext): string {
  const { language } = context
  const reminder = reminderOf(text)
  const { delayDays, requestedSendTime } = reminder?.members ?? (isJsonObject(value) ? value : {})
  const when =
    typeof delayDays === 'number' && reminder
      ? say(TIMING_WORDS.daysLater, language, { days: delayDays })
      : momentOf(requestedSendTime, context)
  const medium = text.role === 'sms-body' ? 'sms' : 'email'
  const policy = text.siblings.sendingTimePolicy ?? (medium === 'sms' ? 'Daytime' : 'Anytime')
  return joinParts(
    reminder ? say(TIMING_WORDS.reminderPrefix, language, { when }) : when,
    policy === 'Anytime' ? undefined : hoursOf(medium, context),
  )
}
