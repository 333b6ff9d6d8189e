import type { DocumentKind, Purpose } from './documents/kind.ts'
import type { Edit, Finding, Path, Repair, Safety, Severity, Span } from './finding.ts'
import type { JsonValue } from './json/value.ts'
import type { JudgeContext } from './judge-context.ts'
import { type Language, say, type WordData, type Words } from './language.ts'
import type { ReadDocument, Written } from './reading/document.ts'
import type { RuleCode } from './rule-code.ts'
import type { ObjectRole, Role } from './schema/field.ts'

/** A document that shows what a rule means: its page prints it and its test runs it. */
export type Example = { readonly kind: DocumentKind['name']; readonly document: JsonValue }

/** A repair that a check offers, its title named rather than spelt out. */
export type OfferedRepair<Sentence extends string = string> = {
  readonly title: Sentence
  readonly safety: Safety
  readonly edits: readonly Edit[]
  readonly data?: WordData | undefined
}

/** What a rule's check says of one place, its sentence named rather than spelt out. */
export type Report<Sentence extends string = string> = {
  readonly sentence: Sentence
  readonly path: Path
  readonly data?: WordData | undefined
  /** What the sentence quotes of the document: words and numbers that are the writer's, and not to be told to others. */
  readonly quotes?: WordData | undefined
  /** Where this report weighs more or less than its rule usually does. */
  readonly severity?: Severity | undefined
  readonly span?: Span | undefined
  readonly repairs?: readonly OfferedRepair<Sentence>[] | undefined
  readonly related?: readonly { readonly path: Path; readonly sentence: Sentence; readonly data?: WordData }[]
  readonly deprecated?: true | undefined
  readonly about?: Finding['about'] | undefined
  readonly altinnCode?: number | undefined
}

/** What a check may look at. */
export type Subject = ReadDocument & {
  readonly kind: DocumentKind
  /** `undefined` where nothing but the document is to be judged. */
  readonly context?: JudgeContext | undefined
}

/** What a document may have that a rule looks at: values and objects with a role, values spelt otherwise than properly. */
export type Mark = Role | ObjectRole | 'respelling' | 'overlong' | 'malformed' | 'unknown-member'

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
  readonly code: RuleCode
  readonly severity: Severity
  /** Some of its reports are errors, although most are not. The edge asks only rules that may refuse a request. */
  readonly mayRefuse?: true
  /** The requests that it has something to say of. Left out: all. */
  readonly purposes?: readonly Purpose[]
  readonly sentences: Readonly<Record<Sentence, Words>>
  /** The roles of the values that it is asked about. Left out: all. */
  readonly roles?: readonly Role[]
  /** Bits of `SIGN`: `checkValue` is not asked about a value that has none of them. Left out: about all. */
  readonly signs?: number
  /** Looks at one value and tells what is wrong with it. */
  checkValue?(value: Written, subject: Subject, tell: (report: Report<Sentence>) => void): void
  /** `check` is not asked about a document that has none of these. Left out: about all. */
  readonly looksAt?: readonly Mark[]
  check?(subject: Subject): Iterable<Report<Sentence>>
}

/** Declares a rule, so that its reports can only use sentences it has. */
export const defineRule = <Sentence extends string>(rule: Rule<Sentence>): Rule<Sentence> => rule

/** A repair that keeps what the document means. */
export const safe = <Sentence extends string>(
  title: Sentence,
  edits: readonly Edit[],
  data?: WordData,
): OfferedRepair<Sentence> => ({ title, safety: 'safe', edits, data })

/** A repair that only a person can know to be right. */
export const suggested = <Sentence extends string>(
  title: Sentence,
  edits: readonly Edit[],
  data?: WordData,
): OfferedRepair<Sentence> => ({ title, safety: 'suggested', edits, data })

/** What a value is called in a sentence: its member's name, and its number in a list. */
export function nameOf(path: Path): string {
  const last = path.at(-1) ?? ''
  return typeof last === 'number' ? `${String(path.at(-2) ?? '')}[${last}]` : last
}

/** Other places that one finding shows: thousands of findings may each have hundreds. */
const RELATED_MAX = 10

/** Stands for what may not be quoted. */
const LEFT_OUT = '…'

const leftOut = (quotes: WordData): WordData =>
  Object.fromEntries(Object.keys(quotes).map((place) => [place, LEFT_OUT]))

/** Whether a report of a rule may be an error, for which the edge refuses a request. */
export const mayRefuse = (rule: Rule): boolean => rule.severity === 'error' || rule.mayRefuse === true

/** How much a report weighs. Throws where a rule refuses without saying that it may: the edge would not have asked it. */
export function weightOf(rule: Rule, { severity = rule.severity }: Report): Severity {
  if (severity === 'error' && !mayRefuse(rule)) throw new Error(`Rule ${rule.code} refuses without \`mayRefuse\``)
  return severity
}

/** Puts a report into words. */
export function toFinding(rule: Rule, report: Report, language: Language): Finding {
  const words = (sentence: string, data?: WordData): string => {
    const found = rule.sentences[sentence]
    if (!found) throw new Error(`Rule ${rule.code} has no sentence ${sentence}`)
    return say(found, language, data)
  }
  const repair = ({ title, safety, edits, data }: OfferedRepair): Repair => ({
    key: title,
    title: words(title, data),
    safety,
    edits,
  })
  const { data, quotes, repairs = [], related, span, deprecated, about, altinnCode } = report
  const message = words(report.sentence, quotes ? { ...data, ...quotes } : data)
  const finding: { -readonly [Name in keyof Finding]: Finding[Name] } = {
    code: rule.code,
    sentence: report.sentence,
    severity: weightOf(rule, report),
    path: report.path,
    message,
  }
  if (quotes) finding.unquoted = words(report.sentence, { ...data, ...leftOut(quotes) })
  if (span) finding.span = span
  if (repairs.length > 0) finding.repairs = repairs.map(repair)
  if (related)
    finding.related = related
      .slice(0, RELATED_MAX)
      .map(({ path, sentence, data: ofPlace }) => ({ path, message: words(sentence, ofPlace) }))
  if (deprecated) finding.deprecated = deprecated
  if (about) finding.about = about
  if (altinnCode !== undefined) finding.altinnCode = altinnCode
  return finding
}
