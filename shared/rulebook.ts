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
type ValueCheck = Numbered & { readonly checkValue: NonNullable<Rule['checkValue']> }

/** A rule's check of documents, and the marks that it looks at: a bit each. */
type DocumentCheck = Numbered & { readonly check: NonNullable<Rule['check']>; readonly looksAt: readonly number[] }

const valueChecks = (rules: readonly Numbered[]): readonly ValueCheck[] =>
  rules.flatMap(({ rule, number }) => (rule.checkValue ? { rule, number, checkValue: rule.checkValue } : []))

/** The checks of values of each role. Rules that name none are about values of any role. */
function checksByRole(checks: readonly ValueCheck[]): (role: Role) => readonly ValueCheck[] {
  const known = new Map<Role, readonly ValueCheck[]>()
  return (role) => {
    let found = known.get(role)
    if (!found) {
      found = checks.filter(({ rule }) => rule.roles?.includes(role) ?? true)
      known.set(role, found)
    }
    return found
  }
}

const BITS = 31

/** Sets of marks as bits: a document's is made once, and compared with one for each rule. */
class MarkSets {
  readonly #numbers = new Map<Mark, number>()
  readonly #words: number

  constructor(marks: Iterable<Mark>) {
    for (const mark of marks) if (!this.#numbers.has(mark)) this.#numbers.set(mark, this.#numbers.size)
    this.#words = Math.ceil(this.#numbers.size / BITS)
  }

  /** A set of none. */
  empty(): number[] {
    return new Array<number>(this.#words).fill(0)
  }

  /** Adds a mark, if any rule looks at it. */
  add(set: number[], mark: Mark): void {
    const number = this.#numbers.get(mark)
    if (number === undefined) return
    const word = Math.trunc(number / BITS)
    set[word] = (set[word] ?? 0) | (1 << (number % BITS))
  }

  of(marks: readonly Mark[]): readonly number[] {
    const set = this.empty()
    for (const mark of marks) this.add(set, mark)
    return set
  }
}

/** What there is in a document that a rule about the whole may look at. */
function marksIn(subject: Subject, sets: MarkSets): readonly number[] {
  const { fields, objects, respellings, overlong, malformed, unknownMembers } = subject
  const marks = sets.empty()
  for (const { role } of fields) sets.add(marks, role)
  for (const { role } of objects) sets.add(marks, role)
  if (respellings.length > 0) sets.add(marks, 'respelling')
  if (overlong.length > 0) sets.add(marks, 'overlong')
  if (malformed.length > 0) sets.add(marks, 'malformed')
  if (unknownMembers.length > 0) sets.add(marks, 'unknown-member')
  return marks
}

function overlap(one: readonly number[], other: readonly number[]): boolean {
  for (let word = 0; word < one.length; word++) if (((one[word] ?? 0) & (other[word] ?? 0)) !== 0) return true
  return false
}

/**
 * Sorts rules by what they look at, so that a document's values are gone through once, each value meets only the rules
 * about its role, and a rule about the whole is asked only where there is something for it to look at.
 */
function createAsking(numbered: readonly Numbered[]): Asking {
  const sets = new MarkSets(numbered.flatMap(({ rule }) => rule.looksAt ?? []))
  const ofDocuments = numbered.flatMap(({ rule, number }): DocumentCheck | readonly DocumentCheck[] =>
    rule.check ? { rule, number, check: rule.check, looksAt: rule.looksAt ? sets.of(rule.looksAt) : [] } : [],
  )
  const byRole = checksByRole(valueChecks(numbered))
  return (subject, hear) => {
    let asked: Numbered | undefined
    const tell = (report: Report): void => {
      if (asked) hear(asked, report)
    }
    for (const field of subject.fields)
      if (isWritten(field))
        for (const one of byRole(field.role)) {
          asked = one
          one.checkValue(field, subject, tell)
        }
    const marks = marksIn(subject, sets)
    for (const one of ofDocuments) {
      if (one.looksAt.length > 0 && !overlap(one.looksAt, marks)) continue
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
