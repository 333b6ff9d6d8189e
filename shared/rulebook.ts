import type { Finding } from './finding.ts'
import type { Language } from './language.ts'
import type { Field, Written } from './reading/document.ts'
import { type Mark, type Report, type Rule, type Subject, toFinding } from './rule.ts'
import type { Role } from './schema/field.ts'

/** A rule and its place among the others, which is the order that findings are told in. */
type Numbered = { readonly rule: Rule; readonly number: number }

/** A rule that looks at whole documents, and its bit in a set of such rules. */
type OfDocuments = Numbered & { readonly bit: number }

/** Everything there is to say of a document, in the order of the rules. */
export type Rulebook = (subject: Subject, language: Language) => Finding[]

/** A set of rules is a number's bits; the sign bit is left alone. */
const DOCUMENT_RULES_MAX = 31

const isWritten = (field: Field): field is Written => typeof field.value === 'string'

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

/** The rules about whole documents that each mark calls for. */
function bitsByMark(rules: readonly OfDocuments[]): ReadonlyMap<Mark, number> {
  const bits = new Map<Mark, number>()
  for (const { rule, bit } of rules) for (const mark of rule.looksAt ?? []) bits.set(mark, (bits.get(mark) ?? 0) | bit)
  return bits
}

/**
 * Sorts rules by what they look at, so that a document's values are gone through once, each value meets only the rules
 * about its role, and a rule about the whole is asked only where there is something for it to look at.
 */
export function createRulebook(rules: readonly Rule[]): Rulebook {
  const numbered = rules.map((rule, number): Numbered => ({ rule, number }))
  const ofDocuments = numbered
    .filter(({ rule }) => rule.check)
    .map((one, index): OfDocuments => ({ ...one, bit: 1 << index }))
  if (ofDocuments.length > DOCUMENT_RULES_MAX) throw new Error('Too many rules about whole documents for one number')
  const byRole = rulesByRole(numbered.filter(({ rule }) => rule.checkValue))
  const byMark = bitsByMark(ofDocuments)
  const always = ofDocuments.reduce((bits, { rule, bit }) => (rule.looksAt ? bits : bits | bit), 0)
  return (subject, language) => {
    const said: (Numbered & { readonly report: Report })[] = []
    let asked: Numbered | undefined
    const tell = (report: Report): void => {
      if (asked) said.push({ rule: asked.rule, number: asked.number, report })
    }
    let due = always
    for (const field of subject.fields) {
      due |= byMark.get(field.role) ?? 0
      if (isWritten(field)) for (asked of byRole(field.role)) asked.rule.checkValue?.(field, subject, tell)
    }
    for (const { role } of subject.objects) due |= byMark.get(role) ?? 0
    if (subject.respellings.length > 0) due |= byMark.get('respelling') ?? 0
    for (const one of ofDocuments) {
      if ((due & one.bit) === 0) continue
      asked = one
      for (const report of one.rule.check?.(subject) ?? []) tell(report)
    }
    said.sort((one, other) => one.number - other.number)
    return said.map(({ rule, report }) => toFinding(rule, report, language))
  }
}
