import type { Answer, Input, MakeCall } from '../http/call.ts'
import { type Keyless, withKey } from './key.ts'

type SmsRequest = Input<'sendInstantSms'>['body']
type EmailRequest = Input<'sendInstantEmail'>['body']

/** Instant messages: one message to one recipient, at once. */
export type Instant = {
  /** Sends one SMS. Retries reuse one `idempotencyId`, so it goes out once. */
  readonly sms: (request: Keyless<SmsRequest>, signal?: AbortSignal) => Promise<Answer<'sendInstantSms'>>
  /** Sends one e-mail. Retries reuse one `idempotencyId`, so it goes out once. */
  readonly email: (request: Keyless<EmailRequest>, signal?: AbortSignal) => Promise<Answer<'sendInstantEmail'>>
}

export const instantApi = (call: MakeCall): Instant => ({
  sms: (request, signal) => call('sendInstantSms', { body: withKey(request), ...(signal && { signal }) }),
  email: (request, signal) => call('sendInstantEmail', { body: withKey(request), ...(signal && { signal }) }),
})
