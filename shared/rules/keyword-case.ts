import { defineRule, nameOf, type RulePage, safe } from '../rule.ts'
import { KEYWORDS, ORDER_KEYWORDS } from '../text/keywords.ts'
import { notificationExample, orderExample } from './examples.ts'

/** What the rule's page says and shows. */
export const keywordCasePage: RulePage = {
  summary: {
    en: 'Write keywords with the right upper and lower case.',
    nb: 'Skriv nøkkelord med riktige store og små bokstaver.',
    nn: 'Skriv nøkkelord med rette store og små bokstavar.',
  },
  why: {
    en: 'A keyword in other letter case is never filled in: the recipient reads the keyword itself.',
    nb: 'Et nøkkelord med andre store og små bokstaver blir aldri fylt inn: mottakeren leser selve nøkkelordet.',
    nn: 'Eit nøkkelord med andre store og små bokstavar blir aldri fylt inn: mottakaren les sjølve nøkkelordet.',
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
  sentences: {
    otherCase: {
      en: '`{name}` contains `{written}`, which is not filled in: the keyword is `{keyword}`.',
      nb: '`{name}` inneholder `{written}`, som ikke fylles inn: nøkkelordet er `{keyword}`.',
      nn: '`{name}` inneheld `{written}`, som ikkje blir fylt inn: nøkkelordet er `{keyword}`.',
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
