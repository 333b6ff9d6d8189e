import { type Accepted, type DocumentKind, type Finding, fail, judge, lint, type Result } from '@straks/shared'
import type * as z from 'zod'
import type { Dialect, Failure } from '../../domain/failure.ts'
import { allowsLoopback } from '../../orders/condition.ts'
import { toldAsRequired } from './altinn/blank-members.ts'
import type { RequestContext } from './request-context.ts'

/** Changes findings on their way into a refusal. */
type Amend = (findings: readonly Finding[]) => readonly Finding[]

const asTheyAre: Amend = (findings) => findings

/** How a request is judged, beside its kind. */
type Terms = {
  readonly dialect: Dialect
  readonly amend?: Amend
  /** The calling codes that SMS may go to, once it is known whose request it is. */
  readonly smsCountries: readonly string[] | undefined
}

/**
 * Judges a request's document. A refusal has its findings twice: in the caller's language, and in English for the
 * members that Altinn's clients read.
 */
export function judgeRequest<Schema extends z.ZodType>(
  kind: DocumentKind<Schema>,
  document: unknown,
  { language, config }: RequestContext,
  { dialect, amend = asTheyAre, smsCountries }: Terms,
): Result<Accepted<Schema>, Extract<Failure, { reason: 'request-invalid' }>> {
  const here = { nowMs: Date.now(), allowLoopback: allowsLoopback(config), isSent: true, smsCountries }
  const verdict = judge(kind, document, language, here)
  if (verdict.ok) return verdict
  const english = language === 'en' ? verdict.failure : lint(kind, document, 'en', here)
  return fail({
    reason: 'request-invalid',
    dialect,
    findings: amend(verdict.failure),
    english: amend(english).map((one) => toldAsRequired(one, document, dialect)),
  })
}
