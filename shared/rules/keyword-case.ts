import { defineRule, nameOf, type RulePage, safe } from '../rule.ts'
import { KEYWORDS, ORDER_KEYWORDS } from '../text/keywords.ts'
import { SIGN } from '../text/signs.ts'
import { notificationExample, orderExample } from './examples.ts'

/** What the rule's page says and shows. */
export const keywordCasePage: RulePage = {
  summary: {
    en: 'Write keywords with the right upper and lower case.',
    nb: 'Skriv nøkkelord med riktige store og små bokstaver.',
    nn: 'Skriv nøkkelord med rette store og små bokstavar.',
  },
  why: {
    en: 'Straks fills in a keyword in any letter case. Altinn knows one spelling alone: in any other, its recipient reads the keyword itself.',
    nb: 'Straks fyller inn et nøkkelord uansett store og små bokstaver. Altinn kjenner bare én skrivemåte: i alle andre leser mottakeren selve nøkkelordet.',
    nn: 'Straks fyller inn eit nøkkelord uansett store og små bokstavar. Altinn kjenner berre éin skrivemåte: i alle andre les mottakaren sjølve nøkkelordet.',
  },
  examples: () => ({
    good: [
      notificationExample({ emailBody: 'Hei $correspondenceRecipientName$' }),
      orderExample({ sms: { body: '$recipientName$' } }),
    ],
    bad: [
      notificationExample({ emailBody: 'Hei $CorrespondenceRecipientName$' }),
      notificationExample({ smsBody: 'Hilsen $sendersname$' }),
      orderExample({ sms: { body: '$RECIPIENTNAME$' } }),
    ],
  }),
}

export const keywordCase = defineRule({
  code: 'keyword-case',
  severity: 'warning',
  purposes: ['order', 'correspondence'],
  roles: ['sms-body', 'email-subject', 'email-body'],
  signs: SIGN.dollar,
  sentences: {
    otherCase: {
      en: '`{name}` contains `{written}`, which Altinn does not fill in: it knows `{keyword}` alone.',
      nb: '`{name}` inneholder `{written}`, som Altinn ikke fyller inn: den kjenner bare `{keyword}`.',
      nn: '`{name}` inneheld `{written}`, som Altinn ikkje fyller inn: han kjenner berre `{keyword}`.',
    },
    respell: { en: 'Write `{keyword}`', nb: 'Skriv `{keyword}`', nn: 'Skriv `{keyword}`' },
  },
  checkValue(text, { kind }, tell) {
    const known = kind.purpose === 'order' ? ORDER_KEYWORDS : KEYWORDS
    const slips = text.keywords.filter(
      ({ written, keyword }) => keyword && keyword.name !== written && known.includes(keyword),
    )
    if (slips.length === 0) return
    const { path } = text
    for (const { start, end, written, keyword } of slips) {
      const data = { name: nameOf(path), keyword: `$${keyword?.name}$` }
      tell({
        sentence: 'otherCase',
        path,
        data,
        quotes: { written: `$${written}$` },
        span: { start, end },
        repairs: [safe('respell', [{ kind: 'replace', path, span: { start, end }, text: data.keyword }], data)],
      })
    }
  },
})
