import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findLinks } from '../../../../shared/text/links/find-links.ts'
import { mayHoldLink } from '../../../../shared/text/links/may-hold-link.ts'
import { runs } from '../../../support/runs.ts'

const corpus = (name: string): readonly string[] =>
  readFileSync(new URL(`../../../corpora/links/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .map((line) => line.replaceAll(/[⟦⟧]/g, ''))

const PIECES = [
  ...[
    'altinn',
    'nav',
    'no',
    'com',
    ' ',
    '.',
    '。',
    '．',
    '·',
    '[.]',
    ' punktum ',
    ' dot ',
    'prikk',
    '/',
    ':',
    '@',
    '%2E',
    '&#46;',
  ],
  ...[
    'xn--',
    'http',
    'hxxp',
    'www',
    '\u200b',
    '\u00ad',
    'а',
    'ο',
    '(',
    ')',
    '](',
    '<a href=',
    '"',
    '1',
    '127',
    '::1',
    'localhost',
    'å',
    '\ud83c',
  ],
]

describe('the look before the search for links', () => {
  it('lets every text of the corpora through in which there is a link', () => {
    for (const name of ['links.txt', 'held-out-links.txt', 'plain.txt', 'held-out-plain.txt'])
      for (const text of corpus(name)) if (findLinks(text).length > 0) expect(mayHoldLink(text), text).toBe(true)
  })

  it('lets every text through in which the search finds anything, whatever it is made of', () => {
    const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 30 })), (written) => {
        if (findLinks(written).length > 0) expect(mayHoldLink(written)).toBe(true)
      }),
      { numRuns: runs(20_000) },
    )
  })
})
