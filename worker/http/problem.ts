import { type Finding, type Language, limits, say, type Words } from '@straks/shared'
import type { Failure } from '../failure.ts'
import { altinnError, altinnOrderError } from './altinn-errors.ts'
import { numberedProblem, refusedCorrespondence } from './correspondence-problem.ts'
import { findingsBody } from './findings-body.ts'

/** A problem document (RFC 9457) with the members that Altinn's and .NET's clients look for. */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail?: string
  /** Altinn's number for what is wrong with a correspondence. */
  readonly errorCode?: number
  readonly errors?: Readonly<Record<string, readonly string[]>>
  readonly findings?: readonly PublicFinding[]
  readonly headers?: Readonly<Record<string, string>>
}

/** A finding as a client sees it. */
export type PublicFinding = {
  readonly code: string
  readonly severity: string
  readonly pointer: string
  readonly message: string
  readonly page: string
  readonly fix?: Finding['fix']
}

/** How long a client waits before it asks again for something that is briefly away. */
const RETRY_AFTER_SECONDS = '2'

const BODY_WORDS: Readonly<Record<'encoding' | 'syntax' | 'depth', Words>> = {
  encoding: {
    en: 'The body is not UTF-8 text.',
    nb: 'Forespørselen er ikke UTF-8-tekst.',
    nn: 'Førespurnaden er ikkje UTF-8-tekst.',
  },
  syntax: {
    en: 'The body is not JSON (RFC 8259): check quotes, commas and brackets; comments and trailing commas are not allowed.',
    nb: 'Forespørselen er ikke JSON (RFC 8259): kontroller anførselstegn, komma og klammer. Kommentarer og hengende komma er ikke tillatt.',
    nn: 'Førespurnaden er ikkje JSON (RFC 8259): kontroller hermeteikn, komma og klammar. Kommentarar og hengande komma er ikkje tillatne.',
  },
  depth: {
    en: 'The body nests deeper than {limit} levels.',
    nb: 'Forespørselen er nøstet dypere enn {limit} nivåer.',
    nn: 'Førespurnaden er nøsta djupare enn {limit} nivå.',
  },
}

const ours = (status: number, code: string, title: string, rest: Partial<Problem> = {}): Problem => ({
  type: `urn:straks:error:${code}`,
  title,
  status,
  code,
  ...rest,
})

const altinns = (status: number, code: string, title: string, rest: Partial<Problem> = {}): Problem => ({
  type: `urn:altinn:error:${code}`,
  title,
  status,
  code,
  ...rest,
})

/** The shape and title that .NET clients know a refused body by. `spec/notifications.md` 1.3. */
const invalid = (code: string, rest: Partial<Problem>): Problem => ({
  ...ours(400, code, 'One or more validation errors occurred.', rest),
  type: 'https://tools.ietf.org/html/rfc9110#section-15.5.1',
})

/**
 * The only place a failure becomes public.
 *
 * Nothing here repeats what a client sent, what a provider said or what was thrown.
 */
export function toProblem(failure: Failure, language: Language, publicUrl: string): Problem {
  switch (failure.reason) {
    case 'unauthenticated':
      return ours(401, 'unauthenticated', 'A valid bearer token is required.', {
        headers: { 'www-authenticate': 'Bearer' },
      })
    case 'scope-missing':
      return ours(403, 'scope-missing', `The token lacks the scope ${failure.scope}.`, {
        headers: { 'www-authenticate': `Bearer error="insufficient_scope", scope="${failure.scope}"` },
      })
    case 'organization-missing':
      return ours(403, 'organization-missing', 'The token names no organisation that may send.')
    case 'route-unknown':
      return ours(404, 'route-unknown', 'There is nothing at this address.')
    case 'method-not-allowed':
      return ours(405, 'method-not-allowed', `This address takes ${failure.allowed.join(', ')}.`, {
        headers: { allow: failure.allowed.join(', ') },
      })
    case 'content-type-unsupported':
      return ours(415, 'content-type-unsupported', `The content type must be ${failure.expected}.`, {
        headers: { accept: failure.expected },
      })
    case 'body-too-large':
      return ours(413, 'body-too-large', `The body may be ${failure.limitBytes} bytes at most.`)
    case 'body-empty':
      return invalid('body-empty', { errors: { '': ['A non-empty request body is required.'] } })
    case 'body-not-json': {
      const sentence = say(BODY_WORDS[failure.why], language, { limit: limits.JSON_MAX_DEPTH })
      return invalid('json-syntax', {
        errors: { $: [sentence] },
        findings: [
          {
            code: 'json-syntax',
            severity: 'error',
            pointer: '',
            message: sentence,
            page: `${publicUrl}/docs#json-syntax`,
          },
        ],
      })
    }
    case 'body-not-form':
      return invalid('body-not-form', { errors: { $: ['The body is not a form (RFC 7578).'] } })
    case 'query-invalid':
      return invalid('query-invalid', { errors: { [failure.parameter]: [failure.message] } })
    case 'request-invalid':
      if (failure.dialect === 'correspondence') return refusedCorrespondence(failure.findings, publicUrl)
      return invalid(
        'request-invalid',
        findingsBody(failure.findings, publicUrl, failure.dialect === 'order' ? altinnOrderError : altinnError),
      )
    case 'correspondence-refused':
      return numberedProblem(failure.code)
    case 'shipment-not-found':
      return altinns(404, 'NOT-00003', 'Shipment not found')
    case 'order-not-found':
      return ours(404, 'order-not-found', 'Order not found')
    case 'order-not-cancellable':
      return ours(409, 'order-not-cancellable', 'The order is being sent, or will be within five minutes.')
    case 'contact-missing':
      return altinns(422, 'NOT-00001', 'Missing contact information for recipient(s)')
    case 'ledger-unavailable':
      return altinns(503, 'NOT-00004', 'A temporary network failure occurred', {
        headers: { 'retry-after': RETRY_AFTER_SECONDS },
      })
    case 'misconfigured':
      return ours(500, 'misconfigured', 'The service is not configured.', { detail: failure.sentence })
    case 'unexpected':
      return ours(500, 'unexpected', 'Something went wrong on our side.')
  }
}

/** A problem as the answer to a request. */
export function problemResponse({ headers, ...problem }: Problem, traceId: string): Response {
  return Response.json(
    { ...problem, traceId },
    { status: problem.status, headers: { 'content-type': 'application/problem+json; charset=utf-8', ...headers } },
  )
}
