import type { DocumentKind, Purpose } from './documents/kind.ts'
import type { Edit, Finding, Path, Severity, Span } from './finding.ts'
import type { JsonValue } from './json/value.ts'
import { type Language, say, type WordData, type Words } from './language.ts'
import type { ReadDocument, Written } from './reading/document.ts'
import type { ObjectRole, Role } from './schema/field.ts'

/** A document that shows what a rule means: its page prints it and its test runs it. */
export type Example = { readonly kind: DocumentKind['name']; readonly document: JsonValue }

/** What a rule's check says of one place, its sentence named rather than spelt out. */
export type Report<Sentence extends string = string> = {
  readonly sentence: Sentence
  readonly path: Path
  readonly data?: WordData | undefined
  /** Where this report weighs more or less than its rule usually does. */
  readonly severity?: Severity | undefined
  readonly span?: Span | undefined
  readonly fix?: { readonly title: Sentence; readonly data?: WordData; readonly edits: readonly Edit[] } | undefined
  readonly related?: readonly { readonly path: Path; readonly sentence: Sentence; readonly data?: WordData }[]
  readonly deprecated?: true | undefined
  readonly altinnCode?: number | undefined
}

/** What a check may look at. */
export type Subject = ReadDocument & { readonly kind: DocumentKind }

/** What a document may have that a rule looks at: values and objects with a role, values spelt otherwise than properly. */
export type Mark = Role | ObjectRole | 'respelling'

/**
 * What the page of a rule says and shows, in the rule's own file but apart from the rule: the edge, which only judges,
 * leaves it out of its bundle.
 */
export type RulePage = {
  /** What to do, in the imperative. */
  readonly summary: Words
  readonly why: Words
  readonly whenNotToUse?: Words
  readonly examples: () => { readonly good: readonly Example[]; readonly bad: readonly Example[] }
}

/**
 * One rule: its sentences and its check. Its reason and its examples are its page, beside it.
 *
 * A rule about values says what is wrong with each (`checkValue`); one about how values go together looks at the whole
 * document (`check`). It may do both.
 */
export type Rule<Sentence extends string = string> = {
  /** Kebab-case, the subject first, never renamed: the diagnostic's code, the problem's code and the page's name. */
  readonly code: string
  readonly severity: Severity
  /** The requests that it has something to say of. Left out: all. */
  readonly purposes?: readonly Purpose[]
  readonly sentences: Readonly<Record<Sentence, Words>>
  /** The roles of the values that it is asked about. Left out: all. */
  readonly roles?: readonly Role[]
  /** Looks at one value and tells what is wrong with it. */
  checkValue?(value: Written, subject: Subject, tell: (report: Report<Sentence>) => void): void
  /** `check` is not asked about a document that has none of these. Left out: about all. */
  readonly looksAt?: readonly Mark[]
  check?(subject: Subject): Iterable<Report<Sentence>>
}

/** Declares a rule, so that its reports can only use sentences it has. */
export const defineRule = <Sentence extends string>(rule: Rule<Sentence>): Rule<Sentence> => rule

/** What a value is called in a sentence: its member's name, and its number in a list. */
export function nameOf(path: Path): string {
  const last = path.at(-1) ?? ''
  return typeof last === 'number' ? `${String(path.at(-2) ?? '')}[${last}]` : last
}

/** Puts a report into words. */
export function toFinding(rule: Rule, report: Report, language: Language): Finding {
  const words = (sentence: string, data?: WordData): string => {
    const found = rule.sentences[sentence]
    if (!found) throw new Error(`Rule ${rule.code} has no sentence ${sentence}`)
    return say(found, language, data)
  }
  const { fix, related, span, deprecated, altinnCode } = report
  return {
    code: rule.code,
    severity: report.severity ?? rule.severity,
    path: report.path,
    message: words(report.sentence, report.data),
    ...(span && { span }),
    ...(fix && { fix: { title: words(fix.title, fix.data), edits: fix.edits } }),
    ...(related && { related: related.map(({ path, sentence, data }) => ({ path, message: words(sentence, data) })) }),
    ...(deprecated && { deprecated }),
    ...(altinnCode !== undefined && { altinnCode }),
  }
}
