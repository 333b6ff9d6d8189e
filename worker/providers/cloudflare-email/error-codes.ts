import { table } from '@straks/shared'
import { codeOf, type Outcome } from '../../domain/outcome.ts'
import type { FinalStatus } from '../../domain/status.ts'

/** What a refusal's code means. Cloudflare Email Service, Workers API, "Error codes". */
const REFUSALS = table<FinalStatus>({
  /** It has bounced before, or its owner complained. */
  E_RECIPIENT_SUPPRESSED: 'Email_Failed_SuppressedRecipient',
  /** The recipient's server would not have it, for whatever reason. */
  E_DELIVERY_FAILED: 'Email_Failed_Bounced',
  /** Not among those that the binding may send to. */
  E_RECIPIENT_NOT_ALLOWED: 'Email_Failed',
  E_SENDER_NOT_VERIFIED: 'Email_Failed',
  E_SENDER_DOMAIN_NOT_AVAILABLE: 'Email_Failed',
  E_CONTENT_TOO_LARGE: 'Email_Failed',
  E_VALIDATION_ERROR: 'Email_Failed',
  E_FIELD_MISSING: 'Email_Failed',
})

/** Codes that say that the mail was not taken, and may be another time. */
const NOT_NOW: ReadonlySet<string> = new Set(['E_RATE_LIMIT_EXCEEDED', 'E_DAILY_LIMIT_EXCEEDED'])

/** What an error means that the binding threw. One without a code we know leaves open whether the mail was taken. */
export function outcomeOfCode(code: string | undefined): Outcome {
  const status = REFUSALS.get(code ?? '')
  // Why it came back is not said: an address that is gone comes back with an event that says so.
  const bounce = status === 'Email_Failed_Bounced' && ({ bounce: 'soft' } as const)
  if (status !== undefined) return { kind: 'refused', status, ...codeOf(code), ...bounce }
  return { kind: NOT_NOW.has(code ?? '') ? 'unavailable' : 'uncertain', ...codeOf(code) }
}
