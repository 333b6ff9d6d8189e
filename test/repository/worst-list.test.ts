import { expect, it } from 'vitest'
import { judgeWorst, worstText } from '../../bench/lint/worst.ts'
import { rulePages } from '../../shared/rules/pages.ts'

it('every rule has something to say of the list that the benchmark calls the worst', () => {
  const codes = new Set<string>(judgeWorst(worstText()).map(({ code }) => code))
  expect(Object.keys(rulePages).filter((code) => !codes.has(code))).toEqual([])
})
