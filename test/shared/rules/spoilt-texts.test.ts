import { readFileSync } from 'node:fs'
import type { Example } from '@straks/shared'
import { describe, expect, it } from 'vitest'
import { findCharacterReferences, findMojibake } from '../../../shared/text/mojibake.ts'
import { findPlaceholders } from '../../../shared/text/placeholders.ts'
import { threadMilliseconds } from '../../support/thread-time.ts'
import { findingsOfRule, repairedBy } from './judging.ts'

const sms = (body: string, phoneNumber = '+4799999999'): Example => ({
  kind: 'instant-sms',
  document: { idempotencyId: '1', recipientSms: { phoneNumber, timeToLiveInSeconds: 120, smsSettings: { body } } },
})

const shown = (text: string): readonly string[] => findPlaceholders(text).map(({ written }) => written)

/** Sentences as agencies send them, without anything to fill in. */
const CORPUS = ['plain.txt', 'held-out-plain.txt'].flatMap((name) =>
  readFileSync(new URL(`../../corpora/links/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#')),
)

describe('a placeholder', () => {
  it.each([
    ['Koden din er {0}. Gyldig til {1}.', ['{0}', '{1}']],
    ['Hei {navn}, {{ dato }} og \x24{sak.id}', ['{navn}', '{{ dato }}', '\x24{sak.id}']],
    ['Hei #{name}, <%= kode %> {% if x %}', ['#{name}', '<%= kode %>', '{% if x %}']],
    ['Hei %s, du har %d nye brev, %1$s', ['%s', '%d', '%1$s']],
    ['Hei %NAVN%, sak %sak_nr%', ['%NAVN%', '%sak_nr%']],
    ['Hei [NAVN], [navn], [Dato], [sett inn frist]', ['[NAVN]', '[navn]', '[Dato]', '[sett inn frist]']],
    ['Dear [First Name], [insert date], [[name]]', ['[First Name]', '[insert date]', '[[name]]']],
    ['Hei <navn>, <sett inn dato>', ['<navn>', '<sett inn dato>']],
    ['Hei *|FNAME|*, @Model.Navn', ['*|FNAME|*', '@Model.Navn']],
    ['Hei undefined, saken er [object Object]', ['undefined', '[object Object]']],
    ['Hei null, koden er null.', ['null', 'null']],
    ['Referanse: null', ['null']],
    ['Beløp: NaN kr, Invalid Date, 01.01.0001', ['NaN', 'Invalid Date', '01.01.0001']],
    ['System.String[] er klar. TODO: skriv mer', ['System.String[]', 'TODO']],
    ['Lorem ipsum dolor sit amet', ['Lorem ipsum']],
  ])('is found in %j', (text, written) => {
    expect(shown(text)).toEqual(written)
  })

  it.each([
    'Du har null kroner å betale, og det er null problem.',
    'Vi har nulltoleranse. Null stress!',
    'Avtalen er null and void.',
    'Du får 20 % rabatt, 50%s kutt og 100%.',
    'Rentesatsen økte fra 2 % til 3 %, 5 %-poeng.',
    'Se https://a.no/s%C3%B8k%20etter%2Fmer',
    '[TEST] Engangskode, [VIKTIG] og [NAV]',
    'Velg [1] (ja) eller [2] (nei)',
    'Ring oss <mandag til fredag>',
    'Kontakt <saksbehandler> på <ola@etaten.no>',
    'Skriv til ola@model.no',
    'Mengden {1, 2} og {a, b}',
    'Sett a{2} og x{n}',
    'Nan kommer i morgen, og todo-lista er lang',
    'Hei $recipientName$, {recipientName} og {textToken}',
    'Hei. Alt er definert, intet er undefinert.',
    'Født 01.01.2001',
    '8 < 9 > 7 og a[i] og %',
  ])('is not in %j', (text) => {
    expect(shown(text)).toEqual([])
  })

  it('is in no other of thousands of sentences that agencies send', () => {
    // The one that has some in it.
    const template = 'Hei {name}, koden er {code}.'
    expect(CORPUS.filter((sentence) => findPlaceholders(sentence).length > 0)).toEqual([template])
  })

  it('may be a word between dollar signs in an instant message', () => {
    expect(findingsOfRule(sms('Koden er $code$'), 'placeholder-left')).toMatchObject([{ span: { start: 9, end: 15 } }])
    expect(findingsOfRule(sms('Hei $recipientName$, $5 og 6$'), 'placeholder-left')).toEqual([])
  })
})

describe('a spoilt character', () => {
  it.each([
    ['SÃ¸knaden er mottatt', 'Søknaden er mottatt'],
    ['PÃ¥minnelse: Ã˜konomi og Ã…pent mÃ¸te', 'Påminnelse: Økonomi og Åpent møte'],
    ['Takk â€“ vi sees â€œi dagâ€\u009d â€¦', 'Takk – vi sees “i dag” …'],
    ['It\u00e2\u0080\u0099s ready', 'It’s ready'],
    ['Pris: 5 â‚¬, 20Â\u00a0°C, Â«brevÂ»', 'Pris: 5 €, 20\u00a0°C, «brev»'],
    ['Gratulerer ðŸŽ‰', 'Gratulerer 🎉'],
    ['ï»¿Hei', 'Hei'],
    ['Å¡ Å¾ Å‹ Ä‘', 'š ž ŋ đ'],
  ])('is found in %j and mended', (text, mended) => {
    const example = sms(text)
    const [finding] = findingsOfRule(example, 'broken-characters')
    if (!finding) throw new Error('There is no finding')
    expect(repairedBy(example, finding).document).toMatchObject({ recipientSms: { smsSettings: { body: mended } } })
  })

  it('cannot be mended where it is lost', () => {
    for (const text of ['S\ufffdknaden', 'Sï¿½knaden']) {
      const [finding] = findingsOfRule(sms(text), 'broken-characters')
      expect(finding?.repairs).toBeUndefined()
      expect(finding).toBeDefined()
    }
  })

  it('may be a reference of HTML in a text that is none', () => {
    const example = sms('S&oslash;knad &amp; svar &#8211; &Aring;pent')
    const findings = findingsOfRule(example, 'broken-characters')
    expect(findings).toHaveLength(4)
    const [first] = findings
    if (!first) throw new Error('There is no finding')
    expect(JSON.stringify(repairedBy(example, first).document)).toContain('Søknad & svar – Åpent')
  })

  it.each([
    'Søknaden på «Å» og “Å” er mottatt – «ÆØÅ» … 5 € ½ 20 °C',
    'Fröhliche Ostern, Ärger, Ünal, São Paulo, NÃO, Âge, château, pâté',
    'Sámi giella: čáhci, đ, ŋ, š, ŧ, ž',
    'R&D, A&B; Q&A',
    'Ð, þ, ð og Ý',
    'Hei 👩‍👩‍👧 🎉',
  ])('is not in %j', (text) => {
    expect(findMojibake(text)).toEqual([])
    expect(findCharacterReferences(text)).toEqual([])
  })

  it('is in none of thousands of sentences that agencies send', () => {
    const spoilt = (text: string) => findMojibake(text).length + findCharacterReferences(text).length > 0
    expect(CORPUS.filter(spoilt)).toEqual([])
  })
})

describe('a character that turns text round', () => {
  it.each(['\u202eno.van', 'a\u202ab\u202c', '\u2066Hei\u2069', 'السلام \u202dabc'])('is found in %j', (text) => {
    const example = sms(text)
    const [finding] = findingsOfRule(example, 'bidirectional-control')
    if (!finding) throw new Error('There is no finding')
    const mended = text.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '')
    expect(repairedBy(example, finding).document).toMatchObject({ recipientSms: { smsSettings: { body: mended } } })
  })

  it.each(['Hei', 'שלום', 'الرمز \u2066428516\u2069', 'Hei\u200e', 'e\u0301'])('is not in %j', (text) => {
    expect(findingsOfRule(sms(text), 'bidirectional-control')).toEqual([])
  })
})

describe('a number that takes no SMS', () => {
  it.each(['+4722334455', '004755900000', '+4780012345', '+4781549300', '+442079460000', '+4684031234'])(
    'is %s',
    (number) => {
      expect(findingsOfRule(sms('Hei', number), 'phone-number-type')).toMatchObject([{ severity: 'warning' }])
    },
  )

  it.each(['+4799999999', '+47 41 23 45 67', '+46701234567', '+12125551234', '+4588888888', '99999999', 'x', ''])(
    'is not %j',
    (number) => {
      expect(findingsOfRule(sms('Hei', number), 'phone-number-type')).toEqual([])
    },
  )
})

it('texts are looked at in time in proportion to them', () => {
  const hostile = [
    '{',
    '{a',
    '{{',
    '[',
    '[a',
    '<',
    '<%',
    '%',
    '%a',
    '%s',
    '*|',
    '@Model.',
    'null ',
    'hei null',
    'ï',
    'Ã',
    'Ã¸',
  ]
  hostile.push('â€', '&', '&#', '\u202e', 'a{', 'NaN', '$', '#{', '0001', 'kode er null', '%a%', '[sett inn ', '\ufffd')
  for (const piece of hostile) {
    const text = piece.repeat(100_000 / piece.length)
    const took = threadMilliseconds(() => {
      findPlaceholders(text)
      findMojibake(text)
      findCharacterReferences(text)
    })
    expect(took, piece).toBeLessThan(1_500)
  }
})
