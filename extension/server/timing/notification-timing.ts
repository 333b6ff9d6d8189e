import { isJsonObject, limits, parseMoment, SECONDS_PER_DAY, SECONDS_PER_MINUTE, say } from '@straks/shared'
import type { PlannedMessage } from '@straks/shared/templates'
import type { ReadPiece } from '../texts.ts'
import { TIMING_WORDS } from '../words.ts'
import { hoursOf, joinParts, type PreviewContext, writeMoment } from './preview-context.ts'

/** When the message around a notification is to be published; `undefined` where it does not say. */
function requestedPublishTimeOf({ value }: ReadPiece): unknown {
  const message = isJsonObject(value) && isJsonObject(value.correspondence) ? value.correspondence : value
  return isJsonObject(message) ? message.requestedPublishTime : undefined
}

/** The publication of a message: its moment if that is yet to come, else now. docs/altinn/correspondence.md §4.2. */
function publication(read: ReadPiece, { language, time }: PreviewContext): string {
  const requestedPublishTime = requestedPublishTimeOf(read)
  const moment = typeof requestedPublishTime === 'string' ? parseMoment(requestedPublishTime) : undefined
  return moment?.ok && moment.value > time ? writeMoment(moment.value, language) : say(TIMING_WORDS.now, language)
}

function phaseTiming({ phase }: PlannedMessage, read: ReadPiece, context: PreviewContext): string {
  const { language, environment } = context
  if (phase === 'main') {
    const minutes = limits.NOTIFICATION_DELAY_SECONDS / SECONDS_PER_MINUTE
    const published = publication(read, context)
    return say(TIMING_WORDS.afterPublication, language, { minutes, published })
  }
  const { production, test } = limits.REMINDER_DELAY_SECONDS
  const words = environment === 'production' ? TIMING_WORDS.reminder : TIMING_WORDS.reminderInTest
  return say(words, language, { production: production / SECONDS_PER_DAY, test: test / SECONDS_PER_DAY })
}

/**
 * When a message of a correspondence's notification is sent, and to whom if not to all.
 * docs/altinn/correspondence.md §4.2.
 */
export function notificationTiming(message: PlannedMessage, read: ReadPiece, context: PreviewContext): string {
  const { medium, fallback } = message
  const { language } = context
  const elseWords = medium === 'sms' ? TIMING_WORDS.elseSms : TIMING_WORDS.elseEmail
  return joinParts(
    phaseTiming(message, read, context),
    fallback ? say(elseWords, language) : undefined,
    medium === 'sms' ? hoursOf('sms', context) : undefined,
  )
}
