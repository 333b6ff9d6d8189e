import { table } from '@straks/shared'
import type { FinalStatus } from '../../domain/status.ts'

/** What the service says went wrong. */
export type AcsError = { readonly code: string; readonly message: string }

/** docs/altinn/notifications.md §6.2. A code tells more than a message. */
const CODES = table<FinalStatus>({
  EmailDroppedAllRecipientsSuppressed: 'Email_Failed_SuppressedRecipient',
  InvalidEmailAddress: 'Email_Failed_InvalidFormat',
})

/** Parts of messages, in lower case. */
const MESSAGES: readonly (readonly [string, FinalStatus])[] = [
  ['invalid format for email address', 'Email_Failed_InvalidFormat'],
]

/** The end that an error means, where all it says is that there is one: `Email_Failed`. */
export function statusOfError({ code, message }: AcsError): FinalStatus {
  const words = message.toLowerCase()
  const byMessage = MESSAGES.find(([part]) => words.includes(part))?.[1]
  return CODES.get(code) ?? byMessage ?? 'Email_Failed'
}
