import type { Outcome } from '../../domain/outcome.ts'
import type { FinalStatus } from '../../domain/status.ts'

/** What a refusal's code means. Cloudflare Email Service, Workers API, "Error codes". */
const REFUSALS: Readonly<Record<string, FinalStatus>> = {
  /** It has bounced before, or its owner complained. */
  E_RECIPIENT_SUPPRESSED: 'Email_Failed_SuppressedRecipient',
  /** The recipient's server would not have it. */
  E_DELIVERY_FAILED: 'Email_Failed_Bounced',
  /** Not among those that the binding may send to. */
  E_RECIPIENT_NOT_ALLOWED: 'Email_Failed',
  E_SENDER_NOT_VERIFIED: 'Email_Failed',
  E_SENDER_DOMAIN_NOT_AVAILABLE: 'Email_Failed',
  E_CONTENT_TOO_LARGE: 'Email_Failed',
  E_VALIDATION_ERROR: 'Email_Failed',
  E_FIELD_MISSING: 'Email_Failed',
}

/** Codes that say that the mail was not taken, and may be another time. */
const NOT_NOW: ReadonlySet<string> = new Set(['E_RATE_LIMIT_EXCEEDED', 'E_DAILY_LIMIT_EXCEEDED'])

/** What an error means that the binding threw. One without a code we know leaves open whether the mail was taken. */
export function outcomeOfCode(code: string | undefined): Outcome {
  if (code !== undefined && Object.hasOwn(REFUSALS, code))
    return { kind: 'refused', status: REFUSALS[code] ?? 'Email_Failed' }
  return NOT_NOW.has(code ?? '') ? { kind: 'unavailable' } : { kind: 'uncertain' }
}
