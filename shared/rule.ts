import type { DocumentKind, Purpose } from './documents/kind.ts'
import type { Edit, Finding, Path, Severity, Span } from './finding.ts'
import type { JsonValue } from './json/value.ts'
import { type Language, say, type WordData, type Words } from './language.ts'
import type { ReadDocument } from './reading/document.ts'
import type { Mark } from './reading/marks.ts'

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

/** One rule: its sentences and its check. Its reason and its examples are its page, beside it. */
export type Rule<Sentence extends string = string> = {
  /** Kebab-case, the subject first, never renamed: the diagnostic's code, the problem's code and the page's name. */
  readonly code: string
  readonly severity: Severity
  /** The requests that it has something to say of. Left out: all. */
  readonly purposes?: readonly Purpose[]
  /** It is not asked about a document that has none of these. Left out: about all. */
  readonly looksAt?: readonly Mark[]
  readonly sentences: Readonly<Record<Sentence, Words>>
  check(subject: Subject): Iterable<Report<Sentence>>
}

/** Declares a rule, so that its reports can only use sentences it has. */
export const defineRule = <Sentence extends string>(rule: Rule<Sentence>): Rule<Sentence> => rule

/** What a value is called in a sentence: its member's name, and its number in a list. */
export function nameOf(path: Path): string {
  const last = path.at(-1) ?? ''
  return typeof last === 'number' ? `${String(path.at(-2) ?? '')}[${last}]` : last
}

function toFinding(rule: Rule, report: Report, language: Language): Finding {
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

/** Whether a rule may have something to say of a document with these marks. */
export const concerns = ({ looksAt }: Rule, marks: ReadonlySet<Mark>): boolean =>
  looksAt === undefined || looksAt.some((mark) => marks.has(mark))

/** Runs one rule and puts its reports into words. */
export function addFindings(rule: Rule, subject: Subject, language: Language, findings: Finding[]): void {
  for (const report of rule.check(subject)) findings.push(toFinding(rule, report, language))
}
