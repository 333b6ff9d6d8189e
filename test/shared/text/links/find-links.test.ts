import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findLinks, type LinkKind } from '../../../../shared/text/links/find-links.ts'
import { runs } from '../../../support/runs.ts'

/** Links as they are marked in a text: `Se ⟦altinn.no⟧ nå`. */
function marked(sentence: string): { readonly text: string; readonly spans: readonly (readonly [number, number])[] } {
  const spans: (readonly [number, number])[] = []
  let text = ''
  for (const part of sentence.split('⟦')) {
    const [link = '', after] = part.split('⟧')
    if (after !== undefined) spans.push([text.length, text.length + link.length])
    text += after === undefined ? part : link + after
  }
  return { text, spans }
}

const FOUND: readonly (readonly [LinkKind, string])[] = [
  ['scheme', 'Se ⟦https://altinn.no/skjema?a=b#c⟧.'],
  ['scheme', 'Åpne ⟦minetat://sak/12⟧ eller ring.'],
  ['scheme', 'Åpne ⟦no.minetat.app://sak⟧ i dag'],
  ['scheme', 'Skriv til ⟦mailto:post@etaten.no⟧'],
  ['scheme', '⟦https://ola:hemmelig@etaten.no:8080/x⟧'],
  ['scheme', 'Brevet er klart.⟦https://altinn.no⟧'],
  ['scheme', 'Se ⟦HTTP://[2001:db8::1]/x⟧'],
  ['scheme', '(⟦https://altinn.no/a_(b)⟧)'],
  ['scheme', 'Se <⟦https://altinn.no⟧>'],
  ['scheme', 'Se ⟦https:\\\\altinn.no⟧'],
  ['scheme', 'テスト⟦http://etaten.no⟧ og gå på⟦https://etaten.no/a⟧ og 見⟦minetat://sak⟧'],
  ['scheme', 'Ring ⟦tel:+4799999999⟧ eller ⟦tel:02800⟧ eller ⟦TEL:+47-22-33-44⟧'],
  ['scheme', 'Svar ⟦sms:+4799999999?body=JA⟧ eller ⟦sms:2097⟧ eller ⟦smsto:+4799999999⟧'],
  ['www', 'Gå til ⟦www.etaten.no/nn⟧!'],
  ['www', 'Gå til ⟦WWW.ETATEN.NO⟧'],
  ['www', 'Gå til ⟦www.etaten⟧ nå'],
  ['domain', 'Logg inn på ⟦altinn.no⟧.'],
  ['domain', 'Logg inn på ⟦minetat.no/skjema⟧, takk'],
  ['domain', 'Logg inn på ⟦lillevik.kommune.no⟧?'],
  ['domain', 'Se ⟦NAV.no⟧ og ⟦ALTINN.NO⟧ og ⟦Altinn.No⟧ og ⟦Example.Com⟧'],
  ['domain', 'Se ⟦altinn.no⟧-siden vår'],
  ['domain', 'Se _⟦altinn.no⟧_ og **⟦nav.no⟧**'],
  ['domain', 'Spør ⟦1881.no⟧'],
  ['domain', 'Se ⟦blåfjell.no⟧'],
  ['domain', 'Åpne ⟦localhost:3000⟧'],
  ['domain', 'Åpne ⟦api.localhost⟧'],
  ['domain', 'Svar på ⟦t.me/etaten⟧ eller ⟦youtu.be⟧ eller ⟦bit.ly/3xYz⟧'],
  ['domain', 'Svar på ⟦minetat.is/skjema⟧ eller ⟦etaten.me:8080⟧ eller ⟦etaten.to/?a=b⟧'],
  ['domain', 'Svar på ⟦skatt-retur.help⟧, ⟦skatt.refusjon.me⟧, ⟦altinn.me⟧'],
  ['domain', 'Bruk ⟦etaten.no:8443/inn⟧'],
  ['domain', 'Bruk ⟦post@etaten.no/skjema⟧ og ⟦ola:hemmelig@etaten.no⟧'],
  ['domain', 'Skriv til post@etaten.no, eller se ⟦etaten.no⟧'],
  ['domain', 'Møt oss @ ⟦etaten.no⟧, vi heter @⟦etaten.no⟧'],
  ['domain', 'Se ⟦altinn.no⟧|⟦nav.no⟧'],
  ['ip-address', 'Åpne ⟦192.168.10.1:8080/inn⟧'],
  ['ip-address', 'Åpne ⟦10.10.10.10⟧'],
  ['ip-address', 'Åpne ⟦[2001:db8::1]:8080/inn⟧'],
  ['ip-address', 'Åpne ⟦[1:2:3:4:5:6:7:8]⟧'],
  ['punycode', 'Se ⟦xn--ltinn-3ve.no⟧ og ⟦https://xn--nv-7kc.xn--p1ai⟧'],
  ['percent-encoded', 'Se ⟦altinn%2Eno⟧ og ⟦altinn%252eno⟧ og ⟦https%3A%2F%2Fetaten.no%2Fa⟧'],
  ['entity-encoded', 'Se ⟦altinn&#46;no⟧, ⟦altinn&#x2E;no⟧, ⟦altinn&period;no⟧, ⟦https&colon;//nav.no⟧'],
  ['defanged', 'Se ⟦nav[.]no⟧, ⟦nav(.)no⟧, ⟦nav{.}no⟧, ⟦nav<.>no⟧, ⟦nav[dot]no⟧, ⟦nav (punktum) no⟧'],
  ['defanged', 'Se ⟦hxxps://altinn.no/a⟧ og ⟦https[:]//altinn.no⟧ og ⟦http[://]altinn.no⟧'],
  ['spaced', 'Se ⟦nav . no⟧ og ⟦nav .no⟧ og ⟦altinn. no⟧ og ⟦NAV . NO⟧'],
  ['spaced', 'Se ⟦www . etaten . no⟧ og ⟦n a v . n o⟧ i dag'],
  ['spaced', 'Se ⟦altinn.\nno⟧ og ⟦altinn\n.no⟧ og ⟦nav\t.no⟧ og ⟦minetat. no/skjema⟧'],
  ['spaced', 'Se ⟦https://nav . no/sak⟧ nå'],
  ['spelt-out', 'Se ⟦altinn punktum no⟧, ⟦altinn dot com⟧, ⟦nav prikk no⟧, ⟦NAV PUNKTUM NO⟧'],
  ['spelt-out', 'Se ⟦www punktum etaten punktum no⟧'],
  ['homograph', 'Se ⟦\u0430ltinn.no⟧, ⟦altinn.n\u043e⟧, ⟦https://n\u03b1v.no⟧, ⟦пример.рф⟧'],
  ['homograph', 'Se ⟦nav。no⟧ og ⟦nav．no⟧ og ⟦ｎａｖ．ｎｏ⟧ og ⟦𝐧𝐚𝐯.𝐧𝐨⟧ og ⟦nav·no⟧'],
  [
    'homograph',
    'Se ⟦nav\u2027no⟧ og ⟦nav\ua4f8no⟧ og ⟦nav\u0387no⟧ og ⟦nav\u2e31no⟧ og ⟦nav\u0701no⟧ og ⟦nav\u06f0no⟧',
  ],
  ['hidden', 'Se ⟦alt\u200binn.no⟧, ⟦nav.\u00adno⟧, ⟦https\u2060://nav.no⟧, ⟦nav.&#8203;no⟧, ⟦nav<b>.</b>no⟧'],
  ['html', '<a class="x" href="⟦https://altinn.no⟧">her</a> <IMG SRC=⟦/p.gif⟧> <a\nhref = \'⟦#⟧\'>'],
  ['markdown', 'Se ⟦[her](https://altinn.no/a_(b))⟧ og ⟦![logo](logo.png "Logo")⟧.'],
]

const NOT_FOUND = [
  'Koden er 123456.\n\n@idporten.no #123456',
  'Your code is 123-456.\r\n@login.example.com #123-456\r\n',
  '@idporten.no #123456 @etaten.no',
  'Tel: 99 99 99 99, tel.: 22334455, Tel:22334455, tlf:22334455, SMS:2097, sms: 2097, sms:ja',
  'Del·ings·tegn, 3·4 og sam\u2027an\u2027set\u2027ning',
  'Org.nr. 991825827',
  'Møtet er kl.14.30, evt. kl. 15.00',
  'Fristen er 3.5.2026.',
  'Du skal betale kr 1.234,50 eller 9.800 kr/mnd',
  'Ta med f.eks. pass, bl.a. fordi',
  'Last opp filnavn.md, vedlegg.pdf, bilder.zip og install.sh',
  'Hei.Du har fått brev.',
  'Hei.Vi ses.',
  'Svaret er sendt.Er du uenig?',
  'Takk.No ventar vi.',
  'Fristen er ute.Se vedlegg. De svarer.At du vet det. Norge.EU har svart.',
  'It is late.Is it? Come in.To me.As agreed.At noon.In May.',
  'vi svarer.men ikke nå.er det greit.to dager',
  'Se § 3.2, punkt 3.2.1.4, versjon 10.0.2.1 og v1.2.3.4',
  'Avsnitt 7.10.13.12 gjelder',
  'Ring 22.33.44.55',
  'Se 256.100.100.100 og 1.2.3.4 og 010.100.100.100',
  'Svar på post@etaten.no, post (at) etaten.no eller post krøllalfa etaten punktum no',
  'E-post:ola.nordmann@etaten.no og kari.li+altinn@example.com',
  'Dr.med. Li og A.Berg, St.Olavs gate, 2.etg.',
  'Sett punktum no. En prikk er nok. Adressen slutter på .no.',
  'Ho seier nei. no ventar vi.',
  '1. no 2. org 14.no 3.5.no e.no',
  'Hei $recipientName$, koden er {code}.',
  'Klokka [12:30:45] ::1 [::] er 16:9',
  'http:// og www. og https://...',
  'Velg [1] (ja) eller [2] (nei): og/eller',
  '<p>Hei.</p><p class="no">Du</p> src=abc',
  'recipient.name og list.add og System.String',
]

describe('the link detector', () => {
  it.each(FOUND)('finds links of the kind %s: %s', (kind, sentence) => {
    const { text, spans } = marked(sentence)
    expect(findLinks(text)).toEqual(spans.map(([start, end]) => ({ start, end, kind })))
  })

  it.each(NOT_FOUND)('leaves alone: %s', (text) => {
    expect(findLinks(text)).toEqual([])
  })

  it('finds a link wherever an invisible character is put into it', () => {
    const link = 'https://www.etaten.no/skjema'
    for (let place = 1; place < link.length; place += 1) {
      const text = `Se ${link.slice(0, place)}\u200b${link.slice(place)} nå`
      expect(findLinks(text)).toMatchObject([{ start: 3, end: 3 + link.length + 1 }])
    }
  })

  it('finds any name under .no with the same span, whatever stands around it', () => {
    // Longer than any abbreviation.
    const name = fc.stringMatching(/^[a-z]{8,20}\d?$/)
    const before = fc.constantFrom('Se ', '(', '«', 'Nettside: ', '\n', '👉', '', '§ 3.2. ', 'f.eks. ')
    const after = fc.constantFrom('', '.', ', takk', ')', '»', '\nHei', '!', '…', ' 3.5.2026', '👈')
    fc.assert(
      fc.property(before, name, after, (prefix, label, suffix) => {
        const start = prefix.length
        expect(findLinks(`${prefix}${label}.no${suffix}`)).toMatchObject([{ start, end: start + label.length + 3 }])
      }),
    )
  })
})

describe('a last line that binds a code to a site', () => {
  it.each([
    ['Koden er 123456.\n@⟦idporten.no⟧ #123456\nIkke del den.', 'is a link where it is not the last'],
    ['Koden er 123456. @⟦idporten.no⟧ #123456', 'is a link where it is not a line of its own'],
    ['⟦https://idporten.no⟧ #123456', 'is a link where it has a scheme'],
    ['@⟦idporten.no/inn⟧ #123456', 'is a link where it has a path'],
    ['@⟦idporten.no⟧ 123456', 'is a link where it has no code'],
    ['Se ⟦altinn.no⟧\n@idporten.no #123456', 'hides no link before it'],
  ])('%s: %s', (sentence) => {
    const { text, spans } = marked(sentence)
    expect(findLinks(text)).toMatchObject(spans.map(([start, end]) => ({ start, end })))
  })
})

/** Fragments that meet the edges of every part of the detector. */
const FRAGMENTS = [
  ...[
    'altinn',
    '.',
    'no',
    ' ',
    '@',
    ':',
    '//',
    '[',
    ']',
    '(',
    ')',
    '<a href="',
    '">',
    '<b>',
    '%2E',
    '%',
    '&#46;',
    'www',
  ],
  ...[
    '\u200b',
    '\u0430',
    '。',
    'punktum',
    '\n',
    '3',
    '-',
    '_',
    'https',
    '😀',
    '\ud83d',
    '\ude00',
    '$x$',
    'xn--',
    '𝐚',
    '"',
  ],
] as const

describe('for any text at all', () => {
  const anyUnits = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) })
  const anyMixture = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 40 }).map((parts) => parts.join(''))

  it('the matches are in order, apart, inside the text and not empty', () => {
    fc.assert(
      fc.property(fc.oneof(anyUnits, anyMixture), (text) => {
        let reached = 0
        for (const { start, end } of findLinks(text)) {
          expect(start).toBeGreaterThanOrEqual(reached)
          expect(end).toBeGreaterThan(start)
          reached = end
        }
        expect(reached).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: runs(3_000) },
    )
  })

  it('the answer is the same when it is asked for again', () => {
    fc.assert(
      fc.property(anyMixture, (text) => {
        const first = findLinks(text)
        expect(findLinks(text)).toEqual(first)
      }),
    )
  })

  it('a link on its own line is found after it', () => {
    fc.assert(
      fc.property(anyUnits, (text) => {
        const found = findLinks(`${text}\n\nhttps://altinn.no`)
        expect(found.at(-1)?.end).toBe(text.length + '\n\nhttps://altinn.no'.length)
      }),
    )
  })
})

/** Repeated, these are the worst that the patterns can be given. */
const HARD = [
  ...[
    '.',
    'a.',
    'a . ',
    'ab. ',
    'a punktum ',
    'a@',
    '@',
    '[',
    '(',
    '[a](',
    '[a](b',
    ' href="',
    '<a href=',
    "<a href='",
  ],
  ...['<b ', '<!--', '%', '%25', '%E3%80', '&#', '&period;', 'a b ', 'a b c . ', 'www.', 'a://', 'http://', ':', '-'],
  ...['a\u200b', '\u0430', 'a-', ' ', '\n', 'a', 'http://a)))', 'http://(((', '[::', '1.', '\ud800', 'altinn.no '],
  ...['a[.]', '𝐚', 'a·', 'a.no/', 'a.no?a=', '\ufdfa', 'krøllalfa ', '(at)', 'a.b-', '_'],
] as const
const UNITS = 100_000
/** Too little to tell growth from noise. */
const QUICK_MS = 150
/** Four times the text takes four times as long, and sixteen times as long if it is gone over again for each unit. */
const GROWTH_LIMIT = 10

/** Processor time of this thread, which a busy machine does not lengthen as it does the time on the wall. */
function timeOf(text: string): number {
  const times = [1, 2, 3].map(() => {
    const before = process.threadCpuUsage()
    findLinks(text)
    return process.threadCpuUsage(before).user / 1000
  })
  return Math.min(...times)
}

describe('time', () => {
  it.each(HARD)('grows with the length of a text of %j, not with its square', (fragment) => {
    const long = timeOf(fragment.repeat(UNITS / fragment.length))
    if (long < QUICK_MS) return
    expect(long / timeOf(fragment.repeat(UNITS / 4 / fragment.length))).toBeLessThan(GROWTH_LIMIT)
  })
})
