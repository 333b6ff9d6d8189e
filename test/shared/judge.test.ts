import { documentKinds, judge, LANGUAGES, lint, rules } from '@straks/shared'
import { rulePages } from '@straks/shared/rule-pages'
import { describe, expect, it } from 'vitest'
import { EXAMPLES_CONTEXT } from '../../shared/rules/examples.ts'

const EXAMPLES = rules.flatMap(({ code }) => {
  const { good, bad } = rulePages[code].examples()
  return [...good, ...bad]
})

describe('the verdict on every rule’s examples', () => {
  const judged = EXAMPLES.flatMap(({ kind: name, document }) => {
    const kind = documentKinds.find((known) => known.name === name)
    return kind ? LANGUAGES.map((language) => ({ kind, document, language })) : []
  })

  it('is a refusal exactly where something that is said of it is an error', () => {
    const verdicts = judged.map(({ kind, document, language }) => judge(kind, document, language, EXAMPLES_CONTEXT).ok)
    const errors = judged.map(({ kind, document, language }) =>
      lint(kind, document, language, EXAMPLES_CONTEXT).some(({ severity }) => severity === 'error'),
    )
    expect(verdicts).toEqual(errors.map((isRefused) => !isRefused))
    expect(new Set(verdicts)).toEqual(new Set([true, false]))
  })

  it('has all there is to say as the refusal, and tells by rule whether there is advice', () => {
    for (const { kind, document, language } of judged) {
      const verdict = judge(kind, document, language, EXAMPLES_CONTEXT)
      const said = lint(kind, document, language, EXAMPLES_CONTEXT)
      if (!verdict.ok) {
        expect(verdict.failure).toEqual(said)
        continue
      }
      const advised = rules.filter(({ code }) => verdict.value.isAdvised(code)).map(({ code }) => code)
      expect(new Set(advised)).toEqual(new Set(said.map(({ code }) => code)))
    }
  })
})
