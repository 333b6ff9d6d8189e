import type { Finding } from './finding.ts'
import type { Language } from './language.ts'
import { isWritten } from './reading/document.ts'
import { type Mark, type Report, type Rule, type Subject, toFinding } from './rule.ts'
import type { Role } from './schema/field.ts'

/** A rule and its place among the others, which is the order that findings are told in. */
type Numbered = { readonly rule: Rule; readonly number: number }

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
    const said: (Numbered & { readonly report: Report })[] = []
    let asked: Numbered | undefined
    const tell = (report: Report): void => {
      if (asked) said.push({ rule: asked.rule, number: asked.number, report })
    }
    for (const field of subject.fields)
      if (isWritten(field)) for (asked of byRole(field.role)) asked.rule.checkValue?.(field, subject, tell)
    const marks = marksIn(subject)
    for (asked of ofDocuments) {
      if (!hasToLook(asked.rule, marks)) continue
      for (const report of asked.rule.check?.(subject) ?? []) tell(report)
    }
    said.sort((one, other) => one.number - other.number)
    return said.map(({ rule, report }) => toFinding(rule, report, language))
  }
}
