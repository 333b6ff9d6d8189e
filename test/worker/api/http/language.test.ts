import { describe, expect, it } from 'vitest'
import { preferredLanguage } from '../../../../worker/api/http/language.ts'

describe('the language of an answer', () => {
  it.each([
    [null, 'en'],
    ['', 'en'],
    ['nb-NO', 'nb'],
    ['no', 'nb'],
    ['nn-NO, nb;q=0.9', 'nn'],
    ['en;q=0.5, nn;q=0.8', 'nn'],
    ['fr, de;q=0.9', 'en'],
    ['nn;q=0, nb', 'nb'],
    ['*', 'en'],
    [';;;,,q=', 'en'],
  ])('for Accept-Language %j is %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language)
  })
})
