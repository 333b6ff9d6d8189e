import type { Finding, Severity } from './finding.ts'
import type { Language } from './language.ts'
import { isWritten } from './reading/document.ts'
import { type Mark, type Report, type Rule, type Subject, toFinding } from './rule.ts'
import type { Role } from './schema/field.ts'

/** A rule and its place among the others, which is the order that findings are told in. */
type Numbered = { readonly rule: Rule; readonly number: number }

/** A report of a rule, and how many like it are left out. */
type Said = Numbered & { readonly report: Report; more: number }

/**
 * Reports of one severity that a rule makes of one request. More are of no use to anyone, and each costs time; they are
 * counted, and those that are put right make room for the next.
 */
const REPORTS_MAX = 1_000

/** How many reports of each severity one rule has made, and the last of them. */
type Count = { made: number; last: Said | undefined }

/** Collects the reports of one request, as many of each rule and severity as are of use. */
class Reports {
  readonly #said: Said[] = []
  #counts = new Map<Severity, Count>()
  #number = -1
  readonly #known = new Map<number, Map<Severity, Count>>()

  add({ rule, number }: Numbered, report: Report): void {
    if (this.#number !== number) {
      this.#number = number
      this.#counts = this.#known.get(number) ?? new Map<Severity, Count>()
      this.#known.set(number, this.#counts)
    }
    const severity = report.severity ?? rule.severity
    let count = this.#counts.get(severity)
    if (!count) {
      count = { made: 0, last: undefined }
      this.#counts.set(severity, count)
    }
    count.made++
    if (count.last && count.made > REPORTS_MAX) {
      count.last.more++
      return
    }
    count.last = { rule, number, report, more: 0 }
    this.#said.push(count.last)
  }

  /** All of them, in the order of the rules. */
  findings(language: Language): Finding[] {
    this.#said.sort((one, other) => one.number - other.number)
    return this.#said.map(({ rule, report, more }) => {
      const finding = toFinding(rule, report, language)
      return more > 0 ? { ...finding, more } : finding
    })
  }
}

/** Everything there is to say of a document, in the order of the rules. */
export type Rulebook = (subject: Subject, language: Language) => Finding[]

/** The rules about values of each role that they name. Rules that name none are about values of any role. */
function rulesByRole(rules: readonly Numbered[]): (role: Role) => readonly Numbered[] {
  const known = new Map<Role, readonly Numbered[]>()
  return (role) => {
    let found = known.get(role)
    if (!found) {
      found = rules.filter(({ rule }) => rule.roles?.includes(role) ?? true)
      known.set(role, found)
    }
    return found
  }
}

/** What there is in a document that a rule about the whole may look at. */
function marksIn({ fields, objects, respellings, overlong, unknownMembers }: Subject): ReadonlySet<Mark> {
  const marks = new Set<Mark>()
  for (const { role } of fields) marks.add(role)
  for (const { role } of objects) marks.add(role)
  if (respellings.length > 0) marks.add('respelling')
  if (overlong.length > 0) marks.add('overlong')
  if (unknownMembers.length > 0) marks.add('unknown-member')
  return marks
}

const hasToLook = ({ looksAt }: Rule, marks: ReadonlySet<Mark>): boolean =>
  looksAt === undefined || looksAt.some((mark) => marks.has(mark))

/**
 * Sorts rules by what they look at, so that a document's values are gone through once, each value meets only the rules
 * about its role, and a rule about the whole is asked only where there is something for it to look at.
 */
export function createRulebook(rules: readonly Rule[]): Rulebook {
  const numbered = rules.map((rule, number): Numbered => ({ rule, number }))
  const ofDocuments = numbered.filter(({ rule }) => rule.check)
  const byRole = rulesByRole(numbered.filter(({ rule }) => rule.checkValue))
  return (subject, language) => {
    const reports = new Reports()
    let asked: Numbered | undefined
    const tell = (report: Report): void => {
      if (asked) reports.add(asked, report)
    }
    for (const field of subject.fields)
      if (isWritten(field)) for (asked of byRole(field.role)) asked.rule.checkValue?.(field, subject, tell)
    const marks = marksIn(subject)
    for (asked of ofDocuments) {
      if (!hasToLook(asked.rule, marks)) continue
      for (const report of asked.rule.check?.(subject) ?? []) tell(report)
    }
    return reports.findings(language)
  }
}
