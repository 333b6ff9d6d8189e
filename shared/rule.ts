import type { DocumentKind } from './documents/kind.ts'
import type { Edit, Finding, Path, Severity, Span } from './finding.ts'
import type { JsonValue } from './json/value.ts'
import { type Language, say, type WordData, type Words } from './language.ts'
import type { ReadDocument } from './reading/document.ts'

/** A document that shows what a rule means: its page prints it and its test runs it. */
export type Example = { readonly kind: DocumentKind['name']; readonly document: JsonValue }

/** What a rule's check says of one place, its sentence named rather than spelt out. */
export type Report<Sentence extends string = string> = {
  readonly sentence: Sentence
  readonly path: Path
  readonly data?: WordData
  /** Where this report weighs more or less than its rule usually does. */
  readonly severity?: Severity
  readonly span?: Span
  readonly fix?: { readonly title: Sentence; readonly data?: WordData; readonly edits: readonly Edit[] }
  readonly related?: readonly { readonly path: Path; readonly sentence: Sentence; readonly data?: WordData }[]
  readonly deprecated?: true
}

/** What a check may look at. */
export type Subject = ReadDocument & { readonly kind: DocumentKind }

/** One rule, whole: its words, its reason, its examples and its check. */
export type Rule<Sentence extends string = string> = {
  /** Kebab-case, the subject first, never renamed: the diagnostic's code, the problem's code and the page's name. */
  readonly code: string
  readonly severity: Severity
  /** What to do, in the imperative. */
  readonly summary: Words
  readonly why: Words
  readonly whenNotToUse?: Words
  readonly sentences: Readonly<Record<Sentence, Words>>
  readonly examples: { readonly good: readonly Example[]; readonly bad: readonly Example[] }
  check(subject: Subject): Iterable<Report<Sentence>>
}

/** Declares a rule, so that its reports can only use sentences it has. */
export const defineRule = <Sentence extends string>(rule: Rule<Sentence>): Rule<Sentence> => rule

/** Runs one rule and puts its reports into words. */
export function* findingsOf(rule: Rule, subject: Subject, language: Language): Iterable<Finding> {
  const words = (sentence: string, data?: WordData): string => {
    const found = rule.sentences[sentence]
    if (!found) throw new Error(`Rule ${rule.code} has no sentence ${sentence}`)
    return say(found, language, data)
  }
  for (const report of rule.check(subject)) {
    yield {
      code: rule.code,
      severity: report.severity ?? rule.severity,
      path: report.path,
      message: words(report.sentence, report.data),
      ...(report.span && { span: report.span }),
      ...(report.fix && { fix: { title: words(report.fix.title, report.fix.data), edits: report.fix.edits } }),
      ...(report.related && {
        related: report.related.map(({ path, sentence, data }) => ({ path, message: words(sentence, data) })),
      }),
      ...(report.deprecated && { deprecated: report.deprecated }),
    }
  }
}
