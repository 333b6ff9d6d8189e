import { isJsonObject, say } from '@straks/shared'
import type { PlacedText, ReadPiece } from '../texts.ts'
import { TIMING_WORDS } from '../words.ts'
import { joinParts, type Occasion, smsHours, writeMoment } from './occasion.ts'

/** The reminder that a text belongs to; `undefined` for a text of the first message. */
function reminderOf({ within }: PlacedText): PlacedText['within'] {
  let holder = within
  while (holder && holder.role !== 'reminder') holder = holder.within
  return holder
}

function momentOf(requestedSendTime: unknown, { language, time }: Occasion): string {
  const moment = typeof requestedSendTime === 'string' ? Date.parse(requestedSendTime) : Number.NaN
  return moment > time ? writeMoment(moment, language) : say(TIMING_WORDS.atOnce, language)
}

/** When a message of an order is sent: an SMS waits for the day unless it says otherwise. `spec/notifications.md` 7.4. */
export function orderTiming(text: PlacedText, { value }: ReadPiece, occasion: Occasion): string {
  const { language } = occasion
  const reminder = reminderOf(text)
  const { delayDays, requestedSendTime } = reminder?.members ?? (isJsonObject(value) ? value : {})
  const when =
    typeof delayDays === 'number' && reminder
      ? say(TIMING_WORDS.daysLater, language, { days: delayDays })
      : momentOf(requestedSendTime, occasion)
  const waits = text.role === 'sms-body' && text.siblings.sendingTimePolicy !== 'Anytime'
  return joinParts(
    reminder ? say(TIMING_WORDS.reminderPrefix, language, { when }) : when,
    waits ? smsHours(language) : undefined,
  )
}
