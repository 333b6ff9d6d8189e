import type * as z from 'zod'
import type { DocumentKind, Purpose } from './documents/kind.ts'
import type { Finding } from './finding.ts'
import { forSchema } from './json/for-schema.ts'
import type { JudgeContext } from './judge-context.ts'
import type { Language } from './language.ts'
import { fail, ok, type Result } from './result.ts'
import { createRulebook, type Rulebook } from './rulebook.ts'
import { rules } from './rules/index.ts'
import { schemaFindings } from './schema-findings.ts'

/** What the judge makes of a document that may be sent: the request as meant, and advice about it. */
export type Accepted<Schema extends z.ZodType> = {
  readonly request: z.output<Schema>
  readonly advice: readonly Finding[]
}

const rulebookOf = (purpose: Purpose): Rulebook =>
  createRulebook(rules.filter(({ purposes }) => purposes?.includes(purpose) ?? true))

/** The rules that may have something to say, by how the message is ordered. */
const RULEBOOKS: Readonly<Record<Purpose, Rulebook>> = {
  instant: rulebookOf('instant'),
  order: rulebookOf('order'),
  correspondence: rulebookOf('correspondence'),
}

/**
 * Judges a parsed JSON value as one kind of request.
 *
 * The one verdict of the whole service: the edge refuses exactly what gets a finding of severity `error` here, and the
 * editor underlines the same findings. Every rule runs whatever the schema says, so one mistake never hides another.
 */
export function judge<Schema extends z.ZodType>(
  kind: DocumentKind<Schema>,
  input: unknown,
  language: Language,
  context?: JudgeContext,
): Result<Accepted<Schema>, readonly Finding[]> {
  const document = kind.read(input)
  const parsed = kind.schema.safeParse(forSchema(document.value))
  const refused = parsed.success ? [] : schemaFindings(parsed.error, { input, read: document.value }, language)
  const findings = refused.concat(RULEBOOKS[kind.purpose]({ ...document, kind, context }, language))
  if (parsed.success && findings.every(({ severity }) => severity !== 'error'))
    return ok({ request: parsed.data, advice: findings })
  return fail(findings)
}

/** Everything the judge has to say of a parsed JSON value, refused or not. */
export function lint(
  kind: DocumentKind,
  input: unknown,
  language: Language,
  context?: JudgeContext,
): readonly Finding[] {
  const verdict = judge(kind, input, language, context)
  return verdict.ok ? verdict.value.advice : verdict.failure
}
