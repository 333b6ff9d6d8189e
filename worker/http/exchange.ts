import type { Language } from '@straks/shared'
import type { TokenVerifier } from '../auth/token-verifier.ts'
import type { Config } from '../config.ts'
import type { Failure } from '../failure.ts'
import type { LogFields } from '../log/log.ts'
import type { Trace } from '../log/trace.ts'
import type { Providers } from '../providers/registry.ts'
import type { Register } from '../registers/register.ts'
import { problemResponse, toProblem } from './problem.ts'

/** What lasts longer than a request: made once from the settings. */
export type Services = {
  readonly config: Config
  readonly verifier: TokenVerifier
  readonly providers: Providers
  readonly register: Register
}

/** One request on its way to an answer: all that a route may use. */
export type Exchange = Services & {
  readonly env: Env
  readonly trace: Trace
  readonly language: Language
  /** Lets work go on after the answer has left. */
  readonly afterwards: (work: Promise<void>) => void
  /** Adds ids and counts to this request's log line. */
  readonly note: (fields: LogFields) => void
}

/** A failure as this exchange's answer. */
export function refuse(exchange: Exchange, failure: Failure): Response {
  exchange.note({ refused: failure.reason, ...(failure.reason === 'request-invalid' && { findings: codes(failure) }) })
  return problemResponse(toProblem(failure, exchange.language, exchange.config.publicUrl), exchange.trace.traceId)
}

const codes = ({ findings }: Extract<Failure, { reason: 'request-invalid' }>): string =>
  [...new Set(findings.map(({ code }) => code))].join(' ')
