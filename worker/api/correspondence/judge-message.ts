import { type CorrespondenceRequest, correspondence, ok, type Result } from '@straks/shared'
import { markTemplates } from '../../correspondence/mark-templates.ts'
import type { Dialect, Failure } from '../../domain/failure.ts'
import { judgeRequest } from '../http/judge-request.ts'
import type { RequestContext } from '../http/request-context.ts'
import { refusalOf } from '../routing/body.ts'
import { announceDeprecation, usesDeprecated } from './deprecation.ts'

/** A message that the rules have accepted. */
export type JudgedMessage = {
  readonly request: CorrespondenceRequest
  /** Judges it once more, by the countries that its sender may write to: gives the refusal. */
  readonly refuseBeyond: (smsCountries: readonly string[]) => Failure
}

/**
 * Judges a document, whether it came as JSON or as a form. The checks come in the order of
 * docs/altinn/correspondence.md §1.6: the request itself, who sends it, its key, whether its recipient may be written to.
 */
export function judgeMessage(
  document: unknown,
  context: RequestContext,
  dialect: Dialect,
): Result<JudgedMessage, Failure> {
  const judge = (smsCountries?: readonly string[]) =>
    judgeRequest(correspondence, document, context, {
      dialect,
      amend: (findings) => markTemplates(findings, document),
      smsCountries,
    })
  const verdict = judge()
  if (usesDeprecated(verdict)) announceDeprecation(context)
  return verdict.ok
    ? ok({ request: verdict.value.request, refuseBeyond: (smsCountries) => refusalOf(judge(smsCountries)) })
    : verdict
}
