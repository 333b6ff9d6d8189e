import type { Outcome } from '../../domain/outcome.ts'
import type { FinalStatus } from '../../domain/status.ts'
import { outcomeOfStatus } from '../http/unanswered.ts'

/** What the service says went wrong. */
export type AcsError = { readonly code: string; readonly message: string }

/** `spec/notifications.md` 6.2. A code tells more than a message. */
const CODES: Readonly<Record<string, FinalStatus>> = {
  EmailDroppedAllRecipientsSuppressed: 'Email_Failed_SuppressedRecipient',
  InvalidEmailAddress: 'Email_Failed_InvalidFormat',
}

/** Parts of messages, in lower case. */
const MESSAGES: readonly (readonly [string, FinalStatus])[] = [
  ['invalid format for email address', 'Email_Failed_InvalidFormat'],
]

/** Refusals that are about us, not about the mail: it can wait until our login, our clock or our rate is right again. */
const ABOUT_US: ReadonlySet<number> = new Set([401, 403, 408, 429])

const CONFLICT = 409
const PAYLOAD_TOO_LARGE = 413

/** The end that an error means, where all it says is that there is one: `Email_Failed`. */
export function statusOfError({ code, message }: AcsError): FinalStatus {
  const words = message.toLowerCase()
  const byMessage = MESSAGES.find(([part]) => words.includes(part))?.[1]
  return (Object.hasOwn(CODES, code) ? CODES[code] : byMessage) ?? 'Email_Failed'
}

/** What an answer that is not the wished one means. One that the service did not write itself says nothing of the mail. */
export function outcomeOfReply(httpStatus: number, error: AcsError | undefined): Outcome {
  if (httpStatus === PAYLOAD_TOO_LARGE) return { kind: 'refused', status: 'Email_Failed' }
  // The operation is there already, and an earlier attempt's.
  if (httpStatus === CONFLICT) return { kind: 'uncertain' }
  const isAboutTheMail = httpStatus >= 400 && httpStatus < 500 && !ABOUT_US.has(httpStatus)
  if (!isAboutTheMail || !error) return outcomeOfStatus(httpStatus)
  return error.code === 'TooManyRequests' ? { kind: 'unavailable' } : { kind: 'refused', status: statusOfError(error) }
}
