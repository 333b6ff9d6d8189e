import { type Language, limits, say, type WordData } from '@straks/shared'
import type { Dialect, Failure } from '../../domain/failure.ts'
import { limitOf } from '../../domain/fences.ts'
import { correspondenceError, formError } from './altinn/correspondence-errors.ts'
import { instantError, listedOrderError, orderError } from './altinn/errors.ts'
import { numberedProblem, refusedCorrespondence, unreadableCorrespondence } from './correspondence-problem.ts'
import { findingsBody } from './findings-body.ts'
import type { ProblemDocument } from './problem-document.ts'
import { BODY_WORDS, DETAILS, FENCE_WORDS, IMMOVABLE, TITLES } from './problem-words.ts'
import { rateLimitFields } from './rate-limit-fields.ts'
import { rulePageOf } from './rule-page.ts'

const MS_PER_SECOND = 1_000

/** How long a client waits before it asks again for something that is briefly away. */
const RETRY_AFTER_SECONDS = '2'

/** Why a form cannot be read. */
const FORM_SENTENCES = {
  syntax: 'The body is not a form (RFC 7578).',
  key: 'A key of the form is longer than any member’s path.',
} as const

/** How each of our own refusals is answered. They have no `code`: .NET's clients read upper-case ones only, and Altinn has none. */
const STATUSES = {
  unauthenticated: 401,
  'issuer-unavailable': 503,
  'scope-missing': 403,
  'organization-missing': 403,
  'address-too-long': 414,
  'route-unknown': 404,
  'method-not-allowed': 405,
  'content-type-unsupported': 415,
  'body-too-large': 413,
  'body-incomplete': 408,
  'order-not-found': 404,
  'order-not-cancellable': 409,
  'provider-unknown': 404,
  'shipment-unknown': 404,
  'search-incomplete': 503,
  'shipment-immovable': 409,
  'webhook-not-found': 404,
  'suppression-not-found': 404,
  'webhook-limit': 409,
  'too-many-requests': 429,
  misconfigured: 500,
  unexpected: 500,
} as const satisfies Record<keyof typeof TITLES, number>

/** How a finding is told in `errors`. */
const ERRORS = {
  instant: instantError,
  order: orderError,
  'listed-order': listedOrderError,
  correspondence: correspondenceError,
  'correspondence-form': formError,
} as const satisfies Record<Dialect, unknown>

/** The ways of refusing that are the product's of messages. */
const isOfMessages = (dialect: Dialect | undefined): boolean =>
  dialect === 'correspondence' || dialect === 'correspondence-form'

/** The shape and title that .NET clients know a refused body by. docs/altinn/notifications.md §1.3. */
const invalid = (rest: Partial<ProblemDocument>): ProblemDocument => ({
  type: 'https://tools.ietf.org/html/rfc9110#section-15.5.1',
  title: 'One or more validation errors occurred.',
  status: 400,
  ...rest,
})

/** What cannot be read, in the way of the product that is asked. */
const unreadable = (
  { dialect }: { readonly dialect?: Dialect | undefined },
  rest: Partial<ProblemDocument>,
): ProblemDocument => (isOfMessages(dialect) ? unreadableCorrespondence(rest) : invalid(rest))

/** What a caller without a valid token is told (RFC 6750 section 3): one without any is told no error. */
const bearerChallenge = (why: string | undefined): string =>
  why === undefined ? 'Bearer' : `Bearer error="invalid_token", error_description="${why}"`

/**
 * The only place a failure becomes public.
 *
 * Nothing here repeats what a client sent, what a provider said or what was thrown. Titles and details speak the
 * caller's language where Altinn has none; `errors` speaks English, as Altinn does.
 */
export function toProblem(failure: Failure, language: Language, publicUrl: string): ProblemDocument {
  const ours = (
    reason: keyof typeof TITLES,
    data: WordData = {},
    rest: Partial<ProblemDocument> = {},
  ): ProblemDocument => ({
    type: `urn:straks:error:${reason}`,
    title: say(TITLES[reason], language, data),
    status: STATUSES[reason],
    ...rest,
  })
  const altinns = (
    reason: keyof typeof DETAILS,
    status: number,
    code: string,
    title: string,
    rest: Partial<ProblemDocument> = {},
  ): ProblemDocument => ({
    type: `urn:altinn:error:${code}`,
    title,
    status,
    code,
    detail: say(DETAILS[reason], language),
    ...rest,
  })
  switch (failure.reason) {
    case 'unauthenticated':
      return ours(failure.reason, {}, { headers: { 'www-authenticate': bearerChallenge(failure.why) } })
    case 'issuer-unavailable':
      return ours(failure.reason, {}, { headers: { 'retry-after': RETRY_AFTER_SECONDS } })
    case 'scope-missing': {
      const { reason, scope } = failure
      const challenge = `Bearer error="insufficient_scope", scope="${scope}"`
      return ours(reason, { scope }, { headers: { 'www-authenticate': challenge } })
    }
    case 'address-too-long':
      return ours(failure.reason, { limit: failure.limit })
    case 'organization-missing':
    case 'route-unknown':
    case 'order-not-found':
    case 'order-not-cancellable':
    case 'provider-unknown':
    case 'shipment-unknown':
    case 'webhook-not-found':
    case 'suppression-not-found':
    case 'unexpected':
      return ours(failure.reason)
    case 'shipment-immovable':
      return ours(failure.reason, {}, { code: failure.code, detail: say(IMMOVABLE[failure.code], language) })
    case 'search-incomplete': {
      const { reason, asked, of } = failure
      return ours(reason, { asked, of }, { headers: { 'retry-after': RETRY_AFTER_SECONDS } })
    }
    case 'method-not-allowed': {
      const methods = failure.allowed.join(', ')
      return ours(failure.reason, { methods }, { headers: { allow: methods } })
    }
    case 'content-type-unsupported':
      return ours(failure.reason, { type: failure.expected }, { headers: { accept: failure.expected } })
    case 'body-too-large':
      return ours(failure.reason, { limit: failure.limitBytes })
    case 'body-incomplete':
      return ours(failure.reason, { seconds: failure.withinMs / MS_PER_SECOND })
    case 'body-empty':
      return unreadable(failure, { errors: { '': ['A non-empty request body is required.'] } })
    case 'body-not-json': {
      const data = { limit: limits.JSON_MAX_DEPTH }
      const message = say(BODY_WORDS[failure.why], language, data)
      const page = rulePageOf(publicUrl, language, 'json-syntax')
      return unreadable(failure, {
        errors: { $: [say(BODY_WORDS[failure.why], 'en', data)] },
        findings: [{ code: 'json-syntax', severity: 'error', pointer: '', message, page }],
      })
    }
    case 'body-not-form':
      return unreadable(failure, { errors: { $: [FORM_SENTENCES[failure.why]] } })
    case 'query-invalid':
      return unreadable(failure, { errors: { [failure.parameter]: [failure.message] } })
    case 'request-invalid': {
      const audience = { publicUrl, language, toError: ERRORS[failure.dialect] }
      if (isOfMessages(failure.dialect)) return refusedCorrespondence(failure, audience)
      return invalid(findingsBody(failure, audience))
    }
    case 'correspondence-refused':
      return numberedProblem(
        failure.code,
        failure.correspondenceIds && { correspondenceIds: failure.correspondenceIds },
      )
    case 'shipment-not-found':
      return altinns(failure.reason, 404, 'NOT-00003', 'Shipment not found')
    case 'contact-missing':
      return altinns(failure.reason, 422, 'NOT-00001', 'Missing contact information for recipient(s)')
    case 'member-invalid':
      return invalid({ errors: { [failure.member]: [failure.message] } })
    case 'webhook-limit':
      return ours(failure.reason, { limit: failure.limit })
    case 'too-many-requests': {
      const { reason, fences, fence, retryAfterMs } = failure
      const detail = say(FENCE_WORDS[fence], language, { ...limitOf(fences, fence) })
      return ours(reason, {}, { detail, headers: rateLimitFields(fences, fence, retryAfterMs) })
    }
    case 'ledger-unavailable':
      return altinns(failure.reason, 503, 'NOT-00004', 'A temporary network failure occurred', {
        headers: { 'retry-after': RETRY_AFTER_SECONDS },
      })
    case 'misconfigured':
      return ours(failure.reason, {}, { detail: failure.sentence })
  }
}

/** A problem as the answer to a request. */
export function problemResponse({ headers, ...problem }: ProblemDocument, traceId: string): Response {
  return Response.json(
    { ...problem, traceId },
    { status: problem.status, headers: { 'content-type': 'application/problem+json; charset=utf-8', ...headers } },
  )
}
