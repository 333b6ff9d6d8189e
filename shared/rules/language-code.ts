import { LANGUAGES } from '../language.ts'
import { defineRule, nameOf, type RulePage } from '../rule.ts'
import { correspondenceExample } from './examples.ts'

/** Altinn's number for the same refusal. `spec/correspondence.md` 1.1. */
const ALTINN_CODE = 1023

const KNOWN: ReadonlySet<string> = new Set(LANGUAGES)

/** Other codes for the three languages: ISO 639-1 and 639-2, Altinn's older ones. */
const OTHER_CODES: Readonly<Record<string, string>> = {
  no: 'nb',
  nor: 'nb',
  nob: 'nb',
  nno: 'nn',
  eng: 'en',
}

function meantCode(written: string): string | undefined {
  const [first = ''] = written.trim().toLowerCase().split(/[-_]/)
  return KNOWN.has(first) ? first : OTHER_CODES[first]
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
    en: "The language chooses Altinn's own words in the notification. Another code is refused.",
    nb: 'Språket velger Altinns egne ord i varselet. En annen kode blir avvist.',
    nn: 'Språket vel Altinn sine eigne ord i varselet. Ein annan kode blir avvist.',
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
  checkValue({ path, value }, _subject, tell) {
    if (value.trim() === '' || KNOWN.has(value.toLowerCase())) return
    const meant = meantCode(value)
    tell({
      sentence: 'unknown',
      path,
      data: { name: nameOf(path) },
      fix: meant ? { title: 'respell', data: { meant }, edits: [{ kind: 'set', path, value: meant }] } : undefined,
      altinnCode: ALTINN_CODE,
    })
  },
})
