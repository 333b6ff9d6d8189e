import type { Finding, Severity } from './finding.ts'
import type { Language } from './language.ts'
import { once } from './once.ts'
import { isWritten } from './reading/document.ts'
import { type Mark, mayRefuse, type Report, type Rule, type Subject, toFinding, weightOf } from './rule.ts'
import type { RuleCode } from './rule-code.ts'
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
    const severity = weightOf(rule, report)
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

/** What rules make of a document. */
export type Rulebook = {
  /** Everything there is to say of it, in the order of the rules. */
  readonly findings: (subject: Subject, language: Language) => Finding[]
  /** Whether one of them refuses it. Rules that only advise are not asked. */
  readonly refuses: (subject: Subject) => boolean
  /** Whether one rule has something to say of it. The others are not asked. */
  readonly tells: (subject: Subject, code: RuleCode) => boolean
}

/** Asks rules about a document, and hands on what each tells. */
type Asking = (subject: Subject, hear: (rule: Numbered, report: Report) => void) => void

/** A rule's check of values. Rules differ in what they have; these are all alike, so that finding it takes no time. */
type ValueCheck = Numbered & { readonly checkValue: NonNullable<Rule['checkValue']>; readonly signs: number }

/** A rule's check of documents, and the marks that it looks at: a bit each. */
type DocumentCheck = Numbered & { readonly check: NonNullable<Rule['check']>; readonly looksAt: number }

/** Stands for the marks of a rule that is asked about every document. */
const EVERYTHING = 0

const valueChecks = (rules: readonly Numbered[]): readonly ValueCheck[] =>
  rules.flatMap(({ rule, number }) =>
    rule.checkValue ? { rule, number, checkValue: rule.checkValue, signs: rule.signs ?? 0 } : [],
  )

/** What rules look at in values of one role: their checks, and its bit among the marks. */
type OfRole = { readonly checks: readonly ValueCheck[]; readonly bit: number }

/** What is known of each role. Rules that name none are about values of any role. */
function rolesOf(checks: readonly ValueCheck[], bits: Bits): (role: Role) => OfRole {
  const known = new Map<Role, OfRole>()
  return (role) => {
    let found = known.get(role)
    if (!found) {
      found = { checks: checks.filter(({ rule }) => rule.roles?.includes(role) ?? true), bit: bits.of(role) }
      known.set(role, found)
    }
    return found
  }
}

/** A bit for each mark that a rule looks at: a document's are added up once, and compared with those of each rule. */
class Bits {
  readonly #bits = new Map<Mark, number>()

  constructor(marks: Iterable<Mark>) {
    // With more marks than bits some share one, and a rule is asked in vain.
    for (const mark of marks) if (!this.#bits.has(mark)) this.#bits.set(mark, 1 << this.#bits.size)
  }

  /** The bit of a mark; none where no rule looks at it. */
  of(mark: Mark): number {
    return this.#bits.get(mark) ?? 0
  }

  all(marks: readonly Mark[]): number {
    return marks.reduce((sum, mark) => sum | this.of(mark), 0)
  }
}

/** What there is in a document that a rule about the whole may look at, its values aside. */
function marksBeside({ objects, respellings, overlong, malformed, unknownMembers }: Subject, bits: Bits): number {
  let marks = 0
  for (const { role } of objects) marks |= bits.of(role)
  if (respellings.length > 0) marks |= bits.of('respelling')
  if (overlong.length > 0) marks |= bits.of('overlong')
  if (malformed.length > 0) marks |= bits.of('malformed')
  if (unknownMembers.length > 0) marks |= bits.of('unknown-member')
  return marks
}

/**
 * Sorts rules by what they look at, so that a document's values are gone through once, each value meets only the rules
 * about its role, and a rule about the whole is asked only where there is something for it to look at.
 */
function createAsking(numbered: readonly Numbered[]): Asking {
  const bits = new Bits(numbered.flatMap(({ rule }) => rule.looksAt ?? []))
  const ofDocuments = numbered.flatMap(({ rule, number }): DocumentCheck | readonly DocumentCheck[] =>
    rule.check ? { rule, number, check: rule.check, looksAt: rule.looksAt ? bits.all(rule.looksAt) : EVERYTHING } : [],
  )
  const ofRole = rolesOf(valueChecks(numbered), bits)
  return (subject, hear) => {
    let asked: Numbered | undefined
    const tell = (report: Report): void => {
      if (asked) hear(asked, report)
    }
    let marks = 0
    for (const field of subject.fields) {
      const { checks, bit } = ofRole(field.role)
      marks |= bit
      if (!isWritten(field)) continue
      for (const one of checks) {
        if (one.signs !== 0 && (one.signs & field.signs) === 0) continue
        asked = one
        one.checkValue(field, subject, tell)
      }
    }
    marks |= marksBeside(subject, bits)
    for (const one of ofDocuments) {
      if (one.looksAt !== EVERYTHING && (one.looksAt & marks) === 0) continue
      asked = one
      for (const report of one.check(subject)) tell(report)
    }
  }
}

/** Makes a rulebook of rules. */
export function createRulebook(rules: readonly Rule[]): Rulebook {
  const numbered = rules.map((rule, number): Numbered => ({ rule, number }))
  const askAll = once(() => createAsking(numbered))
  const askThoseThatRefuse = once(() => createAsking(numbered.filter(({ rule }) => mayRefuse(rule))))
  const askOne = new Map<RuleCode, Asking>()
  return {
    findings: (subject, language) => {
      // Of most requests there is nothing to say.
      let reports: Reports | undefined
      askAll()(subject, (rule, report) => {
        reports ??= new Reports()
        reports.add(rule, report)
      })
      return reports?.findings(language) ?? []
    },
    refuses: (subject) => {
      let isRefused = false
      askThoseThatRefuse()(subject, ({ rule }, report) => {
        isRefused ||= weightOf(rule, report) === 'error'
      })
      return isRefused
    },
    tells: (subject, code) => {
      let ask = askOne.get(code)
      if (!ask) {
        ask = createAsking(numbered.filter(({ rule }) => rule.code === code))
        askOne.set(code, ask)
      }
      let hasTold = false
      ask(subject, () => {
        hasTold = true
      })
      return hasTold
    },
  }
}
