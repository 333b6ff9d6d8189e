import { readFileSync } from 'node:fs'
import { createRulebook, documentKinds, type Example } from '@straks/shared'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantSmsExample, notificationExample, orderExample } from '../../../shared/rules/examples.ts'
import { rules } from '../../../shared/rules/index.ts'
import { findLinks } from '../../../shared/text/links/find-links.ts'
import { findPlaceholders } from '../../../shared/text/placeholders.ts'
import { SIGN, signsOf } from '../../../shared/text/signs.ts'
import { runs } from '../../support/runs.ts'
import { SPACES } from '../../support/spaces.ts'

const EVERY_SIGN = -1

const corpus = ['links.txt', 'plain.txt'].flatMap((name) =>
  readFileSync(new URL(`../../corpora/links/${name}`, import.meta.url), 'utf8').split('\n'),
)

const PIECES = [
  ...[
    '$',
    'recipientName',
    '{',
    '}',
    '[',
    ']',
    '<',
    '>',
    '%',
    '%s',
    '@',
    '*',
    '#',
    '_',
    '__',
    '&',
    'oslash;',
    '\\u00f8',
  ],
  ...['=C3=B8', '+47', '0047', '00', '47', ' 99 99 99 99', '99999999', '089004 99559', '1', '0', '0x1f', 'object at '],
  ...[
    '.',
    '. ',
    '. No',
    ' .',
    '\u00a0',
    ' A',
    'no',
    'nav',
    ':',
    ';',
    '(',
    '\u00ad',
    '·',
    'ı',
    'Ã¸',
    'â€“',
    'Å',
    '\ufffd',
    '\u202e',
    '\u2066',
  ],
  ...['null', 'NaN', 'textToken', ' ', '\n', '\t', '–', '🎉', '\ud83c', 'æøå', 'kode ', 'ola', 'x'],
]

const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 10 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(...corpus),
)

/** The text wherever a rule that names signs may look at one. */
const documents = (value: string): readonly Example[] => [
  instantSmsExample({ request: { sendersReference: value }, settings: { body: value, sender: value } }),
  orderExample({ request: { idempotencyId: value }, sms: { body: value, sender: value } }),
  orderExample({ email: { subject: value, body: value } }),
  notificationExample({ emailSubject: value, emailBody: value, smsBody: value }),
]

const signed = rules.filter(({ signs }) => signs !== undefined)

function said(all: typeof rules, { kind: name, document }: Example): readonly unknown[] {
  const kind = documentKinds.find((known) => known.name === name)
  return kind ? createRulebook(all).findings({ ...kind.read(document), kind, context: undefined }, 'en') : []
}

describe('the signs of a text', () => {
  it('are those of its characters, and of its digits in a row', () => {
    expect(signsOf('Hei Kari. Du har fått brev nr. 1234, se det i dag!') & ~SIGN.dot).toBe(0)
    expect(signsOf('$') & SIGN.dollar).toBe(SIGN.dollar)
    expect(signsOf('12345') & SIGN.number).toBe(SIGN.number)
    expect(signsOf('0047')).toBe(SIGN.zero | SIGN.number)
    expect(signsOf('1047, 4700')).toBe(SIGN.zero)
  })

  it('have a dot only where it may join two words', () => {
    for (const plain of ['Hei.', 'Hei. Du', 'A. B.']) expect(signsOf(plain) & SIGN.dot, plain).toBe(0)
    for (const joined of ['nav.no', 'nav. no', 'nav .NO', '.no', 'a.\nB', ...SPACES.map((space) => `nav${space}. NO`)])
      expect(signsOf(joined) & SIGN.dot, joined).toBe(SIGN.dot)
  })

  it('are without effect on what a rule says, but that it need not be asked', () => {
    const unsigned = signed.map(({ signs: _, ...rule }) => rule)
    expect(signed.length).toBeGreaterThan(8)
    fc.assert(
      fc.property(text, (value) => {
        for (const document of documents(value)) expect(said(signed, document)).toEqual(said(unsigned, document))
      }),
      { numRuns: runs(5_000) },
    )
  })

  it('are without effect on what is found with them', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(findLinks(value)).toEqual(findLinks(value, EVERY_SIGN))
        expect(findPlaceholders(value)).toEqual(
          findPlaceholders(value, [], (EVERY_SIGN & ~SIGN.dollar) | (value.includes('$') ? SIGN.dollar : 0)),
        )
      }),
      { numRuns: runs(5_000) },
    )
  })
})
