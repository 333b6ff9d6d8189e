import { LANGUAGES } from '../language.ts'
import { defineRule, nameOf, type RulePage, safe, suggested } from '../rule.ts'
import { correspondenceExample } from './examples.ts'

/** Altinn's number for the same refusal. docs/altinn/correspondence.md §1.1. */
const ALTINN_CODE = 1023

const KNOWN: ReadonlySet<string> = new Set(LANGUAGES)

/** Other codes for the three languages (ISO 639-1 and 639-2). Norwegian as such is two of them. */
const OTHER_CODES: ReadonlyMap<string, readonly string[]> = new Map([
  ['no', ['nb', 'nn']],
  ['nor', ['nb', 'nn']],
  ['nob', ['nb']],
  ['nno', ['nn']],
  ['eng', ['en']],
])

/** The codes that something written otherwise may stand for, the likeliest first. */
function meantCodes(written: string): readonly string[] {
  const [first = ''] = written.trim().toLowerCase().split(/[-_]/, 1)
  return KNOWN.has(first) ? [first] : (OTHER_CODES.get(first) ?? [])
}

const inLanguage = (language: string) =>
  correspondenceExample({
    correspondence: { content: { language, messageTitle: 'Vedtak', messageBody: 'Her er vedtaket.' } },
  })

/** What the rule's page says and shows. */
export const languageCodePage: RulePage = {
  summary: {
    en: 'Write the language of a message as `nb`, `nn` or `en`.',
    nb: 'Skriv språket i en melding som `nb`, `nn` eller `en`.',
    nn: 'Skriv språket i ei melding som `nb`, `nn` eller `en`.',
  },
  why: {
    en: "The language decides which of Altinn's own texts the notification gets. Any other code is refused.",
    nb: 'Språket avgjør hvilken av Altinns egne tekster varselet får. Andre koder blir avvist.',
    nn: 'Språket avgjer kva tekst frå Altinn varselet får. Andre kodar blir avviste.',
  },
  examples: () => ({
    good: [inLanguage('nb'), inLanguage('NN'), inLanguage('')],
    bad: [inLanguage('no'), inLanguage('en-GB'), inLanguage('se')],
  }),
}

export const languageCode = defineRule({
  code: 'language-code',
  severity: 'error',
  purposes: ['correspondence'],
  roles: ['language-code'],
  sentences: {
    unknown: {
      en: '`{name}` is none of `nb`, `nn` and `en`.',
      nb: '`{name}` er verken `nb`, `nn` eller `en`.',
      nn: '`{name}` er verken `nb`, `nn` eller `en`.',
    },
    respell: { en: 'Write `{meant}`', nb: 'Skriv `{meant}`', nn: 'Skriv `{meant}`' },
  },
  checkValue(code, _subject, tell) {
    const { value } = code
    if (value.trim() === '' || KNOWN.has(value.toLowerCase())) return
    const { path } = code
    const meant = meantCodes(value)
    const write = meant.length === 1 ? safe : suggested
    tell({
      sentence: 'unknown',
      path,
      data: { name: nameOf(path) },
      repairs: meant.map((one) => write('respell', [{ kind: 'set', path, value: one }], { meant: one })),
      altinnCode: ALTINN_CODE,
    })
  },
})
