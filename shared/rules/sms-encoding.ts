import type { Edit } from '../finding.ts'
import { GSM7_SINGLE_PART_SEPTETS, UCS2_SINGLE_PART_UNITS } from '../limits.ts'
import type { Written } from '../reading/document.ts'
import { defineRule, nameOf, type RulePage, safe } from '../rule.ts'
import { table } from '../table.ts'
import { gsm7Septets } from '../text/gsm7.ts'
import { SIGN } from '../text/signs.ts'
import { instantSmsExample, notificationExample } from './examples.ts'

/** What word processors and web pages put in place of the plain characters of a keyboard. */
const PLAIN_CHARACTERS = table<string>({
  '‘': "'",
  '’': "'",
  '‚': "'",
  '′': "'",
  '´': "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '″': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '•': '-',
  '·': '-',
  '…': '...',
  '\t': ' ',
  '\u00a0': ' ',
  '\u2007': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\u00ad': '',
  '\u200b': '',
  '\u200c': '',
  '\u200d': '',
  '\u2060': '',
  '\ufeff': '',
})

const NOT_ORDINARY = /[^\n\r -Z_a-zÆØÅæøå]/gu

const SHOWN_CHARACTERS = 5

const show = (character: string): string =>
  /[\p{Z}\p{C}]/u.test(character)
    ? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    : character

/** Each character that has a plain one, replaced by it. */
const plainEdits = ({ path, value }: Written): readonly Edit[] =>
  Array.from(value.matchAll(NOT_ORDINARY), ({ 0: one, index }) => ({ one, index })).flatMap(({ one, index }) =>
    PLAIN_CHARACTERS.has(one)
      ? [
          {
            kind: 'replace',
            path,
            span: { start: index, end: index + one.length },
            text: PLAIN_CHARACTERS.get(one) ?? one,
          },
        ]
      : [],
  )

/** What the rule's page says and shows. */
export const smsEncodingPage: RulePage = {
  summary: {
    en: 'Write an SMS with the characters of the SMS alphabet.',
    nb: 'Skriv en SMS med tegnene i SMS-alfabetet.',
    nn: 'Skriv ein SMS med teikna i SMS-alfabetet.',
  },
  why: {
    en: 'One character outside the GSM alphabet, a curly quote or an emoji, makes every character of the SMS take more room: 70 fit in one part instead of 160, so the same text can cost twice as much. Æ, Ø and Å are in the alphabet.',
    nb: 'Ett tegn utenfor GSM-alfabetet, et krøllet anførselstegn eller en emoji, gjør at alle tegnene i SMS-en tar større plass: 70 får plass i én del i stedet for 160, så de samme ordene kan koste det dobbelte. Æ, Ø og Å er med i alfabetet.',
    nn: 'Eitt teikn utanfor GSM-alfabetet, eit krølla hermeteikn eller ein emoji, gjer at alle teikna i SMS-en tek større plass: 70 får plass i éin del i staden for 160, så dei same orda kan koste det dobbelte. Æ, Ø og Å er med i alfabetet.',
  },
  whenNotToUse: {
    en: 'A message in Sámi or another language needs its own letters: correct spelling is worth the price.',
    nb: 'En melding på samisk eller et annet språk trenger sine egne bokstaver: riktig skrivemåte er verdt prisen.',
    nn: 'Ei melding på samisk eller eit anna språk treng sine eigne bokstavar: rett skrivemåte er verd prisen.',
  },
  examples: () => ({
    good: [
      instantSmsExample({ settings: { body: 'Blåbærsyltetøy for 100 € [ny]' } }),
      notificationExample({ emailBody: 'An e-mail may hold “anything” 🎉' }),
    ],
    bad: [
      instantSmsExample({ settings: { body: 'Your code – valid for “two” minutes…' } }),
      notificationExample({ reminderSmsBody: 'Boađe! 🎉' }),
    ],
  }),
}

export const smsEncoding = defineRule({
  code: 'sms-encoding',
  severity: 'information',
  roles: ['sms-body'],
  signs: SIGN.unusual,
  sentences: {
    outside: {
      en: '`{name}` has {count:character|characters} outside the SMS alphabet ({characters}): {few} fit in one part instead of {many}.',
      nb: '`{name}` inneholder {count} tegn utenfor SMS-alfabetet ({characters}): {few} får plass i én del i stedet for {many}.',
      nn: '`{name}` inneheld {count} teikn utanfor SMS-alfabetet ({characters}): {few} får plass i éin del i staden for {many}.',
    },
    plain: {
      en: 'Write plain characters instead',
      nb: 'Skriv vanlige tegn i stedet',
      nn: 'Skriv vanlege teikn i staden',
    },
  },
  checkValue(body, _subject, tell) {
    const { value } = body
    // Half a surrogate pair is `malformed-text`'s to report.
    const outside = [...value].filter((one) => gsm7Septets(one) === undefined && one.isWellFormed())
    const [first] = outside
    if (first === undefined) return
    const { path } = body
    const different = [...new Set(outside)]
    const start = value.indexOf(first)
    tell({
      sentence: 'outside',
      path,
      data: {
        name: nameOf(path),
        count: outside.length,
        few: UCS2_SINGLE_PART_UNITS,
        many: GSM7_SINGLE_PART_SEPTETS,
      },
      quotes: { characters: different.slice(0, SHOWN_CHARACTERS).map(show).join(' ') },
      span: { start, end: start + first.length },
      repairs: different.every((one) => PLAIN_CHARACTERS.has(one)) ? [safe('plain', plainEdits(body))] : [],
    })
  },
})
