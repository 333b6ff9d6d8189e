import { describe, expect, it } from 'vitest'
import { topLevelDomain } from '../../../../shared/text/links/top-level-domains.ts'

describe('what a name after the last dot proves', () => {
  it.each([
    ['com', 'clear'],
    ['no', 'likely'],
    ['NO', 'likely'],
    ['online', 'likely'],
    ['er', 'word'],
    ['name', 'word'],
    ['md', 'suffix'],
    ['nr', 'suffix'],
    ['xn--p1ai', 'clear'],
    ['pdf', undefined],
    ['eks', undefined],
    ['', undefined],
  ] as const)('%s is %s', (name, kind) => {
    expect(topLevelDomain(name)).toBe(kind)
  })

  it('every two-letter code of the Nordic countries and their neighbours is known', () => {
    const neighbours = [
      'no',
      'sj',
      'bv',
      'se',
      'dk',
      'fi',
      'is',
      'fo',
      'gl',
      'ax',
      'ee',
      'lv',
      'lt',
      'pl',
      'de',
      'nl',
      'uk',
      'ru',
    ]
    expect(neighbours.filter((code) => topLevelDomain(code) === undefined)).toEqual([])
  })
})
