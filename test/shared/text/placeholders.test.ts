// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders are what is looked for
import { describe, expect, it } from 'vitest'
import { findKeywords } from '../../../shared/text/keywords.ts'
import { findPlaceholders } from '../../../shared/text/placeholders.ts'

const written = (text: string) => findPlaceholders(text).map((one) => one.written)

describe('a placeholder of a template language', () => {
  it.each([
    '{{navn}}',
    '{{ user | upper }}',
    '${user.name}',
    '#{navn}',
    '<%= navn %>',
    '<?= $navn ?>',
    '[% navn %]',
    '{% navn %}',
    '%(navn)s',
    '%(beløp).2f',
    '{0:N2}',
    '{0:dd.MM.yyyy}',
    '{0,-10}',
    '{num:02d}',
    '{}',
    '[[navn]]',
    '$[order.navn]',
    '$[x]',
    '{$navn}',
    '{!Contact.Name}',
    '{@navn}',
    '%%navn%%',
    '#navn#',
    '##NAVN##',
    '@navn@',
    '@(Model.Navn',
    '__NAVN__',
    '$navn',
    '$user->name',
    '$!navn',
    '%05d',
    '%.2f',
    '%lu',
    '<FORNAVN ETTERNAVN>',
    '[Fornavn Etternavn]',
    '[fyll inn]',
  ])('is found: %s', (placeholder) => {
    expect(written(`Hei ${placeholder}, velkommen`)).toEqual([placeholder])
  })
})

describe('what a program writes for a value that it has not', () => {
  it.each([
    ['Hei None!', 'None'],
    ['Hei nil, velkommen', 'nil'],
    ['Koden er XXXXXX.', 'XXXXXX'],
    ['Hei (null)', '(null)'],
    ['Hei <undefined>', '<undefined>'],
    ['Hei [Function: navn]', '[Function: navn]'],
    ['Hei Promise { <pending> }', 'Promise {'],
    ['Hei Optional[Ola]', 'Optional[Ola]'],
    ['Hei Optional.empty', 'Optional.empty'],
    ['Hei no.etat.Person@1f2e3d', 'no.etat.Person@1f2e3d'],
    ['Hei <Person object at 0x7f3a>', ' object at 0x7f3a'],
    ['Beløp: Infinity kr', 'Infinity'],
  ])('is found: %s', (text, found) => {
    expect(written(text)).toEqual([found])
  })
})

it.each([
  'Rabatt 50 % på alt, 50% død',
  'USD $50, $100 og A$AP',
  '$recipientName$ har fått et brev',
  'Følg #altinn på nett, se #1234',
  'Skriv til ola@etaten.no eller @etaten',
  'Møte med NaN-gruppen',
  'None of the above, og 3-nil',
  'Størrelse XXXL',
  '<?xml version="1.0"?>',
  '<style>p{color:red} a{}</style>',
  'Se __init__ i koden',
  '[Sak 2026/123] Ny melding',
  'Optional reading, infinity pool',
  '100 %, siden',
])('a text with such signs has none: %s', (text) => {
  expect(written(text)).toEqual([])
})

it('a keyword that is being written is none', () => {
  for (const text of ['Hei $rec', 'Hei $recipientNa og', '$sendersNam']) expect(written(text)).toEqual([])
})

describe('a text whose keywords are known', () => {
  it.each([
    'Hei $recipientName$, koden er {0}.',
    'Hei $RECIPIENTNAME$.',
    'Hei $recipientName$ og $navn',
    'Hei $recipientName$sendersName$',
    'Hei $navn$ $recipientName$ {{navn}} [NAVN] %s undefined TODO',
    'Hei ${recipientName} $recipientName$',
  ])('has the same placeholders: %s', (text) => {
    expect(findPlaceholders(text, findKeywords(text))).toEqual(findPlaceholders(text))
  })

  it('has the signs of several languages found, in order', () => {
    expect(written('{0} %s $felt # [NAVN] <%= a %> @navn@ *|A|* null')).toEqual([
      '{0}',
      '%s',
      '$felt',
      '[NAVN]',
      '<%= a %>',
      '@navn@',
      '*|A|*',
    ])
  })
})
