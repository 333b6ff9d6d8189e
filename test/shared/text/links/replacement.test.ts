import { describe, expect, it } from 'vitest'
import type { Language } from '../../../../shared/language.ts'
import { findLinks } from '../../../../shared/text/links/find-links.ts'
import { replaceLinks, suggestReplacement } from '../../../../shared/text/links/replacement.ts'

describe('the wording in place of a link', () => {
  it.each<readonly [Language, string, string]>([
    ['nb', 'Logg inn på altinn.no.', 'Logg inn på Altinns nettside.'],
    ['nn', 'Logg inn på altinn.no.', 'Logg inn på Altinn si nettside.'],
    ['en', 'Log in on altinn.no.', "Log in on Altinn's website."],
    ['nb', 'Les mer på https://minetat.no/skjema.', 'Les mer på våre nettsider.'],
    ['nn', 'Les meir på minetat.no.', 'Les meir på nettsidene våre.'],
    ['en', 'Read more on minetat.no.', 'Read more on our website.'],
    [
      'nb',
      'Se tt02.altinn.no, altinn punktum no og a l t i n n . n o!',
      'Se Altinns nettside, Altinns nettside og Altinns nettside!',
    ],
    ['nb', 'Se \u0430ltinn.no og altinn[.]no', 'Se Altinns nettside og Altinns nettside'],
    [
      'nb',
      'Se altinn-retur.top, altinn.no.skurk.com og https://altinn.no@skurk.com',
      'Se våre nettsider, våre nettsider og våre nettsider',
    ],
    [
      'nb',
      'minetat.no er ny. minetat.no! Hei\nminetat.no',
      'Våre nettsider er ny. Våre nettsider! Hei\nVåre nettsider',
    ],
    ['nb', 'Les det [her](https://altinn.no/x).', 'Les det Altinns nettside.'],
    ['nb', '<p>Se <a href="https://altinn.no">altinn.no</a>.</p>', '<p>Se Altinns nettside.</p>'],
    ['nb', 'Hei <img src="https://x.no/p.gif" alt="">du', 'Hei du'],
    ['nb', 'Se <a href="https://x.no">her', 'Se våre nettsiderher'],
    ['nb', 'Se <a href="https://x.no"', 'Se <a href="våre nettsider"'],
    ['nb', 'Ingen lenke her.', 'Ingen lenke her.'],
  ])('%s: %s', (language, text, without) => {
    expect(replaceLinks(text, language)).toBe(without)
  })

  it('leaves a text in which nothing more is found', () => {
    const text = 'Se altinn.no, [her](x.no), <a href="y.no">z.no</a> og hxxps://nav[.]no.'
    expect(findLinks(replaceLinks(text, 'nb'))).toEqual([])
  })

  it('reaches past the match where the link has an element around it', () => {
    const text = 'Se <a href="x.no">her</a>!'
    const [match] = findLinks(text)
    expect(match && suggestReplacement(text, match, 'nb')).toEqual({ start: 3, end: 25, text: 'våre nettsider' })
  })
})
