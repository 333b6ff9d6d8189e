import { defineRule, nameOf, type RulePage } from '../rule.ts'
import { SIGN } from '../text/signs.ts'
import { instantEmailExample, instantSmsExample } from './examples.ts'

/** What the rule's page says and shows. */
export const keywordInstantPage: RulePage = {
  summary: {
    en: 'Use no keywords in an instant message.',
    nb: 'Ikke bruk nøkkelord i en instant-melding.',
    nn: 'Ikkje bruk nøkkelord i ei instant-melding.',
  },
  why: {
    en: 'An instant message is sent as it is written: nothing is looked up, so no keyword is filled in.',
    nb: 'En instant-melding sendes slik den er skrevet: ingenting slås opp, så ingen nøkkelord fylles inn.',
    nn: 'Ei instant-melding blir send slik ho er skriven: ingenting blir slått opp, så ingen nøkkelord blir fylte inn.',
  },
  examples: () => ({
    good: [instantSmsExample({}), instantSmsExample({ settings: { body: 'Pay $5$ now' } })],
    bad: [
      instantSmsExample({ settings: { body: 'Hei $recipientName$, koden er 428516.' } }),
      instantEmailExample({ settings: { subject: 'Til $RecipientNumber$' } }),
    ],
  }),
}

export const keywordInstant = defineRule({
  code: 'keyword-instant',
  severity: 'warning',
  purposes: ['instant'],
  roles: ['sms-body', 'email-subject', 'email-body'],
  signs: SIGN.dollar,
  sentences: {
    literal: {
      en: '`{name}` contains `{keyword}`, which an instant message never fills in; write the words themselves.',
      nb: '`{name}` inneholder `{keyword}`, som aldri fylles inn i en instant-melding. Skriv selve ordene.',
      nn: '`{name}` inneheld `{keyword}`, som aldri blir fylt inn i ei instant-melding. Skriv sjølve orda.',
    },
  },
  checkValue(text, _subject, tell) {
    for (const { start, end, written, keyword } of text.keywords) {
      if (!keyword) continue
      const { path } = text
      const data = { name: nameOf(path) }
      tell({ sentence: 'literal', path, data, quotes: { keyword: `$${written}$` }, span: { start, end } })
    }
  },
})
