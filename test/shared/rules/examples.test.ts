import { type Edit, type Finding, LANGUAGES, type Rule, rules, type Words } from '@straks/shared'
import { rulePages } from '@straks/shared/rule-pages'
import { describe, expect, it } from 'vitest'
import { findingsIn, findingsOfRule, repaired } from './judging.ts'

const placeholders = (sentence: string): readonly string[] =>
  [...new Set(Array.from(sentence.matchAll(/\{(\w+)\}/g), ([place]) => place))].sort()

const NO_EXAMPLES = { good: [], bad: [] }

function wordsOf({ code, sentences }: Rule): readonly Words[] {
  const { summary, why, whenNotToUse } = rulePages[code] ?? {}
  return [summary, why, whenNotToUse].filter((words) => words !== undefined).concat(Object.values(sentences))
}

/** What is taken from a list moves the others up, so the same edit means another one the second time. */
const takesFromList = ({ kind, path }: Edit): boolean => kind === 'remove' && typeof path.at(-1) === 'number'

const placeOf = ({ path, span }: Finding): string => JSON.stringify([path, span])

describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  const { good, bad } = rulePages[code]?.examples() ?? NO_EXAMPLES

  it.each(good.map((example) => [JSON.stringify(example.document).slice(0, 160), example] as const))(
    'accepts %s',
    (_shown, example) => {
      expect(findingsOfRule(example, code)).toEqual([])
      expect(findingsIn(example).filter((finding) => finding.code === 'schema')).toEqual([])
    },
  )

  it.each(bad.map((example) => [JSON.stringify(example.document).slice(0, 160), example] as const))(
    'reports %s',
    (_shown, example) => {
      expect(findingsOfRule(example, code)).not.toEqual([])
    },
  )

  it('has a good and a bad example', () => {
    expect(good.length).toBeGreaterThan(0)
    expect(bad.length).toBeGreaterThan(0)
  })

  it('says the same in every language, with the same places to fill in', () => {
    for (const words of wordsOf(rule)) {
      for (const language of LANGUAGES) {
        expect(words[language].trim()).not.toBe('')
        expect(placeholders(words[language])).toEqual(placeholders(words.en))
      }
    }
  })

  it('fills in every place of its sentences', () => {
    for (const example of bad) {
      for (const language of LANGUAGES) {
        for (const { message, fix, related = [] } of findingsIn(example, language)) {
          const said = [message, fix?.title ?? '', ...related.map((place) => place.message)]
          for (const sentence of said) expect(sentence).not.toMatch(/(?<!\{)\{\w+\}(?!\})/)
        }
      }
    }
  })

  it('has fixes that put the finding right, and change nothing a second time', () => {
    for (const example of bad) {
      for (const finding of findingsOfRule(example, code)) {
        if (!finding.fix) continue
        const once = repaired(example, finding)
        expect(once.document).not.toEqual(example.document)
        const left = findingsOfRule(once, code).map(placeOf)
        expect(left).not.toContain(placeOf(finding))
        if (!finding.fix.edits.some(takesFromList)) expect(repaired(once, finding).document).toEqual(once.document)
      }
    }
  })

  it('points at places that its sentences can be read beside', () => {
    for (const example of bad) {
      for (const { path, span } of findingsOfRule(example, code)) {
        expect(path.every((step) => typeof step === 'string' || Number.isInteger(step))).toBe(true)
        if (span) expect(span.end).toBeGreaterThan(span.start)
      }
    }
  })
})
