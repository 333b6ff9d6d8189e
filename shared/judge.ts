import type * as z from 'zod'
import type { DocumentKind, Purpose } from './documents/kind.ts'
import type { Finding } from './finding.ts'
import { forSchema } from './json/for-schema.ts'
import type { JudgeContext } from './judge-context.ts'
import type { Language } from './language.ts'
import { fail, ok, type Result } from './result.ts'
import type { Subject } from './rule.ts'
import type { RuleCode } from './rule-code.ts'
import { createRulebook, type Rulebook } from './rulebook.ts'
import { rules } from './rules/index.ts'
import { schemaFindings } from './schema-findings.ts'

/** What the judge makes of a document that may be sent: the request as meant, and what else there is to say of it. */
export type Accepted<Schema extends z.ZodType> = {
  readonly request: z.output<Schema>
  /** Whether one rule advises something. Advice is looked for when it is asked for, since the edge has little use for it. */
  readonly isAdvised: (code: RuleCode) => boolean
}

const rulebookOf = (purpose: Purpose): Rulebook =>
  createRulebook(rules.filter(({ purposes }) => purposes?.includes(purpose) ?? true))

/** The rules that may have something to say, by how the message is ordered. */
const RULEBOOKS: Readonly<Record<Purpose, Rulebook>> = {
  instant: rulebookOf('instant'),
  order: rulebookOf('order'),
  correspondence: rulebookOf('correspondence'),
}

/** A document as the rules look at it, and what the schema makes of it. */
function examine<Schema extends z.ZodType>(
  kind: DocumentKind<Schema>,
  input: unknown,
  context: JudgeContext | undefined,
) {
  const document = kind.read(input)
  const subject: Subject = { ...document, kind, context }
  return { input, subject, parsed: kind.schema.safeParse(forSchema(document.value)) }
}

/** What the schema and the rules have to say of it. */
function findingsOf({ input, subject, parsed }: ReturnType<typeof examine>, language: Language): readonly Finding[] {
  const told = RULEBOOKS[subject.kind.purpose].findings(subject, language)
  return parsed.success ? told : [...schemaFindings(parsed.error, { input, read: subject.value }, language), ...told]
}

/**
 * Judges a parsed JSON value as one kind of request.
 *
 * The one verdict of the whole service: the edge refuses exactly what gets a finding of severity `error` here, and the
 * editor underlines the same findings. A refusal has everything there is to say, whatever the schema says, so one mistake
 * never hides another.
 */
export function judge<Schema extends z.ZodType>(
  kind: DocumentKind<Schema>,
  input: unknown,
  language: Language,
  context?: JudgeContext,
): Result<Accepted<Schema>, readonly Finding[]> {
  const examined = examine(kind, input, context)
  const { parsed, subject } = examined
  const rulebook = RULEBOOKS[kind.purpose]
  return parsed.success && !rulebook.refuses(subject)
    ? ok({ request: parsed.data, isAdvised: (code) => rulebook.tells(subject, code) })
    : fail(findingsOf(examined, language))
}

/** Everything the judge has to say of a parsed JSON value, refused or not. */
export const lint = (
  kind: DocumentKind,
  input: unknown,
  language: Language,
  context?: JudgeContext,
): readonly Finding[] => findingsOf(examine(kind, input, context), language)
