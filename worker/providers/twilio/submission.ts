import { MS_PER_SECOND } from '@straks/shared'
import type { SmsContent } from '../../domain/message.ts'
import type { Outgoing } from '../provider.ts'

/** Ten hours: longer than Twilio keeps a message waiting. Error 21624. */
const VALIDITY_MAX_SECONDS = 36_000

/** Seconds until a message is worthless, rounded down: Twilio may give up early, but not late. At least one. */
const validitySeconds = (expiresAtMs: number, nowMs: number): number =>
  Math.min(Math.max(Math.floor((expiresAtMs - nowMs) / MS_PER_SECOND), 1), VALIDITY_MAX_SECONDS)

/** A message as Twilio takes it. Twilio, Message resource, "Create a Message". */
export const writeSubmission = (
  { from, body }: SmsContent,
  { to, expiresAtMs }: Pick<Outgoing, 'to' | 'expiresAtMs'>,
  statusCallback: string,
  nowMs: number,
): string =>
  new URLSearchParams({
    To: to,
    From: from,
    Body: body,
    StatusCallback: statusCallback,
    ValidityPeriod: String(validitySeconds(expiresAtMs, nowMs)),
  }).toString()
