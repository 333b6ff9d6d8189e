import { describe, expect, it } from 'vitest'
import type { Language } from '../../../../shared/language.ts'
import { findLinks } from '../../../../shared/text/links/find-links.ts'
import { replacementsOf } from '../../../../shared/text/links/replacement.ts'

/** What the text becomes by each way to do without its first link. */
function waysOf(text: string, language: Language = 'nb'): Readonly<Record<string, string>> {
  const [match] = findLinks(text)
  const ways = match ? replacementsOf(text, match, language) : []
  return Object.fromEntries(
    ways.map(({ kind, start, end, text: by }) => [kind, text.slice(0, start) + by + text.slice(end)]),
  )
}

describe('the site is named', () => {
  it.each<readonly [Language, string, string]>([
    ['nb', 'Logg inn på altinn.no.', 'Logg inn på Altinns nettside.'],
    ['nn', 'Logg inn på altinn.no.', 'Logg inn på Altinn si nettside.'],
    ['en', 'Log in on altinn.no.', "Log in on Altinn's website."],
    ['nb', 'Les mer på https://minetat.no/skjema.', 'Les mer på våre nettsider.'],
    ['nn', 'Les meir på minetat.no.', 'Les meir på nettsidene våre.'],
    ['en', 'Read more on minetat.no.', 'Read more on our website.'],
    ['nb', 'Se også minetat.no', 'Se også våre nettsider'],
    ['nb', 'Mer: minetat.no', 'Mer: våre nettsider'],
    ['nb', 'Se \u0430ltinn.no', 'Se Altinns nettside'],
    ['nb', 'Se a l t i n n . n o!', 'Se Altinns nettside!'],
    ['nb', 'Se altinn-retur.top', 'Se våre nettsider'],
    ['nb', 'Se altinn.no.skurk.com', 'Se våre nettsider'],
    ['nb', 'Hei!\nminetat.no', 'Hei!\nVåre nettsider'],
    ['nb', '<p>Se <a href="https://altinn.no">altinn.no</a>.</p>', '<p>Se Altinns nettside.</p>'],
  ])('%s: %s', (language, text, without) => {
    expect(waysOf(text, language).nameTheSite).toBe(without)
  })

  it('in each place of a list', () => {
    const text = 'Se tt02.altinn.no, altinn punktum no og minetat.no!'
    let previous: { readonly end: number; readonly named: boolean } | undefined
    for (const match of findLinks(text)) {
      const [way] = replacementsOf(text, match, 'nb', previous)
      expect(way?.kind).toBe('nameTheSite')
      previous = { end: match.end, named: true }
    }
  })

  it.each([
    'solgt av Møller Bil.no AS',
    'Hos Finn.no AS',
    'Firmaet Komplett.no har sendt deg',
    'altinn.no-innlogging er nede',
    'minetat.no er ny',
    'Kjøpt i Bil.no sin app',
    'Faktura fra Sbanken.no',
  ])('but not where the words would be no language: %s', (text) => {
    expect(waysOf(text).nameTheSite).toBeUndefined()
  })
})

describe('the name is kept without its domain', () => {
  it.each([
    ['solgt av Møller Bil.no AS', 'solgt av Møller Bil AS'],
    ['Hos Finn.no AS', 'Hos Finn AS'],
    ['altinn.no-innlogging er nede', 'Altinn-innlogging er nede'],
    ['Logg inn på www.nav.no.', 'Logg inn på Nav.'],
    ['Skjema fra oslo.kommune.no', 'Skjema fra Oslo'],
  ])('%s', (text, without) => {
    expect(waysOf(text).keepName).toBe(without)
    expect(findLinks(without)).toEqual([])
  })

  it.each(['Se nav[.]no', 'http://192.168.1.1/x', 'Se https://altinn.no@skurk.com'])(
    'but not of an address in disguise: %s',
    (text) => {
      expect(waysOf(text).keepName).toBeUndefined()
    },
  )
})

describe('markup goes and its words stay', () => {
  it.each([
    ['Les det [her](https://altinn.no/x).', 'Les det her.'],
    ['Se <a href="x.no">her</a>!', 'Se her!'],
    ['<p>Logg inn <a href="https://x.no/a"><b>her</b></a> nå</p>', '<p>Logg inn <b>her</b> nå</p>'],
  ])('%s', (text, without) => {
    expect(waysOf(text).keepWords).toBe(without)
  })

  it.each([
    ['Hei <img src="https://x.no/p.gif" alt="">du', 'Hei du'],
    ['Se <a href="https://x.no">her', 'Se her'],
  ])('%s', (text, without) => {
    expect(waysOf(text).removeElement).toBe(without)
  })

  it('but is left alone where it has no end', () => {
    expect(waysOf('Se <a href="https://x.no"')).toEqual({})
  })
})
