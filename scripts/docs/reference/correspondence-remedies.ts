import { documentKinds, kindsElsewhere, type Language, lint, type RuleCode, rules } from '../../../shared/index.ts'
import { EXAMPLES_CONTEXT } from '../../../shared/rules/examples.ts'
import { rulePages } from '../../../shared/rules/pages.ts'
import {
  type CorrespondenceErrorCode,
  isCorrespondenceErrorCode,
} from '../../../worker/domain/correspondence-errors.ts'
import { CORRESPONDENCE_REMEDIES, FURTHER_RULES } from './causes/correspondence.ts'

/** The rule that finds each of Altinn's numbered mistakes, as the rules' own bad examples show it. */
function rulesByNumber(): ReadonlyMap<CorrespondenceErrorCode, RuleCode> {
  const found = new Map<CorrespondenceErrorCode, RuleCode>()
  for (const { code } of rules)
    for (const { kind: name, document } of rulePages[code].examples().bad) {
      const kind = [...documentKinds, ...kindsElsewhere].find((candidate) => candidate.name === name)
      const findings = kind ? lint(kind, document, 'en', EXAMPLES_CONTEXT) : []
      for (const finding of findings)
        if (finding.code === code && isCorrespondenceErrorCode(finding.altinnCode)) found.set(finding.altinnCode, code)
    }
  return found
}

/** What to do about each of Altinn's numbered mistakes: what its rule asks for, or a sentence of its own. */
export function correspondenceRemedies(language: Language): (number: CorrespondenceErrorCode) => string {
  const byNumber = rulesByNumber()
  const folder = language === 'en' ? '' : `${language}/`
  return (number) => {
    const rule = byNumber.get(number) ?? FURTHER_RULES[number]
    if (rule === undefined) return CORRESPONDENCE_REMEDIES[number]?.[language] ?? ''
    return `${rulePages[rule].summary[language]} [${rule}](/docs/rules/${folder}${rule})`
  }
}
