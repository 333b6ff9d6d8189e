import type { Language } from '@straks/shared'
import type { Operators } from '../../auth/operators.ts'
import type { TokenVerifier } from '../../auth/token-verifier.ts'
import type { DeliveryServices, InstantServices } from '../../delivery/services.ts'
import type { Failure } from '../../domain/failure.ts'
import type { FenceGate } from '../../fences/fence-gate.ts'
import type { KnownOrganizations } from '../../operator/known-organizations.ts'
import type { LogFields } from '../../platform/log.ts'
import type { Trace } from '../../platform/trace.ts'
import { errorPlaceOf } from './error-place.ts'
import { problemResponse, toProblem } from './problem.ts'

/** What lasts longer than a request: made once from the settings. */
export type Services = DeliveryServices &
  InstantServices & {
    readonly gate: FenceGate
    readonly verifier: TokenVerifier
    readonly operators: Operators
    readonly organizations: KnownOrganizations
  }

/** One request on its way to an answer: all that a route may use. */
export type RequestContext = Services & {
  readonly env: Env
  readonly trace: Trace
  readonly language: Language
  /** Headers that the answer gets, whatever it turns out to be. */
  readonly headers: Map<string, string>
  /** Lets work go on after the answer has left. */
  readonly afterwards: (work: Promise<void>) => void
  /** Adds ids and counts to this request's log line. */
  readonly note: (fields: LogFields) => void
}

/** A failure as the answer to this request. */
export function refuse(context: RequestContext, failure: Failure): Response {
  context.note({
    refused: failure.reason,
    ...(failure.reason === 'unauthenticated' && failure.why !== undefined && { why: failure.why }),
    ...(failure.reason === 'request-invalid' && { findings: codes(failure) }),
  })
  const { language, headers, trace } = context
  const { publicUrl } = context.config
  const problem = toProblem(failure, language, publicUrl)
  const help = `<${errorPlaceOf(publicUrl, language, problem)}>; rel="help"`
  // A deprecated route has a link of its own.
  headers.set('link', [headers.get('link') ?? [], help].flat().join(', '))
  return problemResponse(problem, trace.traceId)
}

const codes = ({ findings }: Extract<Failure, { reason: 'request-invalid' }>): string =>
  [...new Set(findings.map(({ code }) => code))].join(' ')
