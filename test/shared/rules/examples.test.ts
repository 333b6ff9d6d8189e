import { LANGUAGES, type Rule, rules, type Words } from '@straks/shared'
import { rulePages } from '@straks/shared/rule-pages'
import { describe, expect, it } from 'vitest'
import { findingsIn, findingsOfRule, repaired } from './judging.ts'

const placeholders = (sentence: string): readonly string[] =>
  [...new Set(Array.from(sentence.matchAll(/\{(\w+)(?:[:?][^{}]*)?\}/g), ([, name]) => `${name}`))].sort()

function wordsOf({ code, sentences }: Rule): readonly Words[] {
  const { summary, why, whenNotToUse } = rulePages[code]
  return [summary, why, whenNotToUse].filter((words) => words !== undefined).concat(Object.values(sentences))
}

describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  const { good, bad } = rulePages[code].examples()

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
        for (const { message, repairs = [], related = [] } of findingsIn(example, language)) {
          const said = [message, ...repairs.map(({ title }) => title), ...related.map((place) => place.message)]
          // What the example itself has in braces may be repeated.
          const unfilled = said.flatMap((sentence) => sentence.match(/(?<!\{)\{\w+(?:[:?][^{}]*)?\}(?!\})/g) ?? [])
          expect(unfilled.filter((place) => !JSON.stringify(example.document).includes(place))).toEqual([])
        }
      }
    }
  })

  it('has repairs that put the finding right', () => {
    for (const example of bad) {
      for (const finding of findingsOfRule(example, code)) {
        for (const repair of finding.repairs ?? []) {
          const once = repaired(example, repair)
          expect(once.document).not.toEqual(example.document)
          // What is taken away moves what came after it to its place.
          const left = findingsOfRule(once, code).length
          expect(left, repair.title).toBeLessThan(findingsOfRule(example, code).length)
        }
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
