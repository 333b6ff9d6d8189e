import { keywordsFilledIn } from '../reading/direct-text.ts'
import { defineRule, nameOf, type RulePage, suggested } from '../rule.ts'
import { KEYWORDS, ORDER_KEYWORDS } from '../text/keywords.ts'
import { findBrokenKeywords } from '../text/keywords-broken.ts'
import { SIGN } from '../text/signs.ts'
import { notificationExample, orderExample } from './examples.ts'

const TAGS = /<[^<>]*>/g

/** A keyword made whole, with the markup after it that had come into it: a tag may have its other half elsewhere. */
const mended = (written: string, keyword: string): string => keyword + (written.match(TAGS) ?? []).join('')

/** What the rule's page says and shows. */
export const keywordBrokenPage: RulePage = {
  summary: {
    en: 'Write a keyword in one piece, between two dollar signs.',
    nb: 'Skriv et nøkkelord i ett stykke, mellom to dollartegn.',
    nn: 'Skriv eit nøkkelord i eitt stykke, mellom to dollarteikn.',
  },
  why: {
    en: 'A keyword with a dollar sign missing, or with a space, a line break or markup in it, is never filled in. E-mail editors often insert invisible markup.',
    nb: 'Et nøkkelord som mangler et dollartegn, eller som har mellomrom, linjeskift eller kode inni seg, blir aldri fylt inn. E-postredigerere setter ofte inn kode der ingen ser den.',
    nn: 'Eit nøkkelord som manglar eit dollarteikn, eller som har mellomrom, linjeskift eller kode inni seg, blir aldri fylt inn. Program for e-post set ofte inn kode der ingen ser han.',
  },
  examples: () => ({
    good: [
      notificationExample({ emailBody: 'Hei $correspondenceRecipientName$' }),
      notificationExample({ smsBody: 'Be om recipientName i skjemaet. Det koster $5.' }),
      orderExample({ sms: { body: '$recipientName$' } }),
    ],
    bad: [
      notificationExample({ emailBody: 'Hei $recipientName, du har fått brev' }),
      notificationExample({ emailBody: 'Hei $recipient<b>Name$</b>' }),
      notificationExample({ smsBody: 'Hilsen $ sendersName $ og $senders\nName$' }),
      notificationExample({ smsBody: 'Hei {{recipientName}}' }),
      orderExample({ sms: { body: 'recipientNumber$' } }),
    ],
  }),
}

export const keywordBroken = defineRule({
  code: 'keyword-broken',
  severity: 'warning',
  purposes: ['order', 'correspondence'],
  roles: ['sms-body', 'email-subject', 'email-body'],
  signs: SIGN.dollar | SIGN.openBrace | SIGN.percent | SIGN.openBracket,
  sentences: {
    broken: {
      en: '`{name}` contains a broken keyword, which is not filled in: write `{keyword}`.',
      nb: '`{name}` inneholder et ødelagt nøkkelord, som ikke fylles inn: skriv `{keyword}`.',
      nn: '`{name}` inneheld eit øydelagt nøkkelord, som ikkje blir fylt inn: skriv `{keyword}`.',
    },
    mend: { en: 'Write `{keyword}`', nb: 'Skriv `{keyword}`', nn: 'Skriv `{keyword}`' },
  },
  checkValue(text, subject, tell) {
    const { value } = text
    const broken = findBrokenKeywords(value, text.keywords)
    if (broken.length === 0) return
    const { path } = text
    const filledIn = keywordsFilledIn(text, subject, subject.kind.purpose === 'order' ? ORDER_KEYWORDS : KEYWORDS)
    for (const { start, end, name } of broken) {
      const keyword = `$${name}$`
      const whole = mended(value.slice(start, end), keyword)
      // Other systems fill in words like this one before they send: only its author knows.
      const mend = suggested('mend', [{ kind: 'replace', path, span: { start, end }, text: whole }], { keyword })
      tell({
        sentence: 'broken',
        path,
        data: { name: nameOf(path), keyword },
        span: { start, end },
        repairs: filledIn.includes(name) ? [mend] : [],
      })
    }
  },
})
