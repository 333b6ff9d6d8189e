import { defineRule, nameOf, type RulePage } from '../rule.ts'
import { type BrokenKeyword, findBrokenKeywords } from '../text/keywords-broken.ts'
import { notificationExample, orderExample } from './examples.ts'

/** A text with all its broken keywords made whole. */
function mend(text: string, broken: readonly BrokenKeyword[]): string {
  let mended = ''
  let copied = 0
  for (const { start, end, name } of broken) {
    mended += `${text.slice(copied, start)}$${name}$`
    copied = end
  }
  return mended + text.slice(copied)
}

/** What the rule's page says and shows. */
export const keywordBrokenPage: RulePage = {
  summary: {
    en: 'Write a keyword in one piece, between two dollar signs.',
    nb: 'Skriv et nøkkelord i ett stykke, mellom to dollartegn.',
    nn: 'Skriv eit nøkkelord i eitt stykke, mellom to dollarteikn.',
  },
  why: {
    en: 'A keyword with a dollar sign missing, or with a space, a line break or markup in it, is never filled in. Editors for e-mail often put markup where nobody sees it.',
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
  sentences: {
    broken: {
      en: '`{name}` holds a broken keyword, which is not filled in: write `{keyword}`.',
      nb: '`{name}` inneholder et ødelagt nøkkelord, som ikke fylles inn: skriv `{keyword}`.',
      nn: '`{name}` inneheld eit øydelagt nøkkelord, som ikkje blir fylt inn: skriv `{keyword}`.',
    },
    mend: { en: 'Make the keywords whole', nb: 'Gjør nøkkelordene hele', nn: 'Gjer nøkkelorda heile' },
  },
  checkValue(text, _subject, tell) {
    const { value } = text
    const broken = findBrokenKeywords(value, text.keywords)
    if (broken.length === 0) return
    const { path } = text
    const fix = { title: 'mend', edits: [{ kind: 'set', path, value: mend(value, broken) }] } as const
    for (const { start, end, name } of broken)
      tell({
        sentence: 'broken',
        path,
        data: { name: nameOf(path), keyword: `$${name}$` },
        span: { start, end },
        fix,
      })
  },
})
