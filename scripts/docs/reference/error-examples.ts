import { instantSms, type Language, limits, lint } from '../../../shared/index.ts'
import { toProblem } from '../../../worker/api/http/problem.ts'
import type { ProblemDocument } from '../../../worker/api/http/problem-document.ts'
import type { Failure } from '../../../worker/domain/failure.ts'
import type { Explained } from './error-causes.ts'

/** Where `npm start` serves, and what a trace looks like. */
const URL_OF_EXAMPLES = 'http://127.0.0.1:8787'
const TRACE_OF_EXAMPLES = '4bf92f3577b34da6a3ce929d0e0e4736'

/** A failure that becomes each problem. */
const FAILURES = {
  unauthenticated: { reason: 'unauthenticated' },
  'issuer-unavailable': { reason: 'issuer-unavailable' },
  'scope-missing': { reason: 'scope-missing', scope: 'altinn:serviceowner/notifications.create' },
  'organization-missing': { reason: 'organization-missing' },
  'address-too-long': { reason: 'address-too-long', limit: limits.MEMBER_MAX_UNITS.address },
  'route-unknown': { reason: 'route-unknown' },
  'method-not-allowed': { reason: 'method-not-allowed', allowed: ['POST'] },
  'content-type-unsupported': { reason: 'content-type-unsupported', expected: 'application/json' },
  'body-too-large': { reason: 'body-too-large', limitBytes: limits.REQUEST_BODY_MAX_BYTES },
  'body-incomplete': { reason: 'body-incomplete', withinMs: 30_000 },
  'order-not-found': { reason: 'order-not-found' },
  'order-not-cancellable': { reason: 'order-not-cancellable' },
  'provider-unknown': { reason: 'provider-unknown' },
  'shipment-unknown': { reason: 'shipment-unknown' },
  'search-incomplete': { reason: 'search-incomplete', asked: 940, of: 1_000 },
  'shipment-immovable': { reason: 'shipment-immovable', code: 'ended' },
  'webhook-not-found': { reason: 'webhook-not-found' },
  'suppression-not-found': { reason: 'suppression-not-found' },
  'webhook-limit': { reason: 'webhook-limit', limit: 10 },
  'too-many-requests': {
    reason: 'too-many-requests',
    fence: 'perMinute',
    fences: { perMinute: 3_000 },
    retryAfterMs: 12_000,
  },
  misconfigured: { reason: 'misconfigured', sentence: 'The setting PUBLIC_URL is missing.' },
  unexpected: { reason: 'unexpected' },
  'NOT-00001': { reason: 'contact-missing' },
  'NOT-00003': { reason: 'shipment-not-found' },
  'NOT-00004': { reason: 'ledger-unavailable' },
} as const satisfies Readonly<Record<Explained, Failure>>

/** A failure as the service answers with it, without its headers. */
function answered(
  failure: Failure,
  language: Language,
): Omit<ProblemDocument, 'headers'> & { readonly traceId: string } {
  const { headers, ...problem } = toProblem(failure, language, URL_OF_EXAMPLES)
  return { ...problem, traceId: TRACE_OF_EXAMPLES }
}

/** What the service answers with for each problem. */
export const exampleOf = (name: Explained, language: Language) => answered(FAILURES[name], language)

const WITHOUT_COUNTRY_CODE = {
  idempotencyId: '94e9d0f6-7a3d-4a20-b5a7-445fb207f900',
  recipientSms: {
    phoneNumber: '99999999',
    timeToLiveInSeconds: 120,
    smsSettings: { body: 'Your one-time code is 428516. It is valid for 2 minutes.' },
  },
}

/** What it answers to a request that breaks a rule. */
export function exampleOfFindings(language: Language) {
  const [findings, english] = [language, 'en' as const].map((one) => lint(instantSms, WITHOUT_COUNTRY_CODE, one))
  return answered(
    { reason: 'request-invalid', findings: findings ?? [], english: english ?? [], dialect: 'instant' },
    language,
  )
}

/** What it answers to a correspondence whose key was used before. */
export const exampleOfNumber = (language: Language) =>
  answered(
    {
      reason: 'correspondence-refused',
      code: 1034,
      correspondenceIds: ['e2bf5628-a27e-8e79-b1aa-47394bcbe400'],
    },
    language,
  )
