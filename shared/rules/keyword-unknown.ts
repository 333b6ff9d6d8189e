import { defineRule, nameOf, type RulePage } from '../rule.ts'
import { KEYWORDS, NEWER_KEYWORDS, ORDER_KEYWORDS } from '../text/keywords.ts'
import { nearestWord } from '../text/keywords-nearest.ts'
import { createKeywordReplacer } from '../text/keywords-replace.ts'
import { notificationExample, orderExample } from './examples.ts'

/** Looks each word up once: a text may hold the same slip thousands of times. */
function createNearest(known: readonly string[]): (written: string) => string | undefined {
  const found = new Map<string, string | undefined>()
  return (written) => {
    if (!found.has(written)) found.set(written, nearestWord(written, known))
    return found.get(written)
  }
}

/** What the rule's page says and shows. */
export const keywordUnknownPage: RulePage = {
  summary: {
    en: 'Use only the keywords that are filled in.',
    nb: 'Bruk bare nøkkelord som blir fylt inn.',
    nn: 'Bruk berre nøkkelord som blir fylte inn.',
  },
  why: {
    en: 'A word between dollar signs that is no keyword stays as it is, and the recipient reads it.',
    nb: 'Et ord mellom dollartegn som ikke er et nøkkelord, blir stående som det er, og mottakeren leser det.',
    nn: 'Eit ord mellom dollarteikn som ikkje er eit nøkkelord, blir ståande som det er, og mottakaren les det.',
  },
  examples: () => ({
    good: [
      notificationExample({ emailBody: 'Hei $correspondenceRecipientName$, hilsen $sendersName$' }),
      notificationExample({ smsBody: 'It costs $5, or 6$ with postage.' }),
      orderExample({ sms: { body: 'Hei $recipientName$' } }),
    ],
    bad: [
      notificationExample({ emailBody: 'Hei $recipentName$' }),
      notificationExample({ smsBody: '$foo$' }),
      notificationExample({ emailSubject: '$messageTitle$' }),
      orderExample({ sms: { body: 'Hilsen $sendersName$' } }),
    ],
  }),
}

export const keywordUnknown = defineRule({
  code: 'keyword-unknown',
  severity: 'warning',
  purposes: ['order', 'correspondence'],
  roles: ['sms-body', 'email-subject', 'email-body'],
  sentences: {
    unknown: {
      en: '`{name}` holds `{written}`, which is no keyword and stays as it is. Known here: {known}.',
      nb: '`{name}` inneholder `{written}`, som ikke er et nøkkelord og blir stående. Kjente her: {known}.',
      nn: '`{name}` inneheld `{written}`, som ikkje er eit nøkkelord og blir ståande. Kjende her: {known}.',
    },
    elsewhere: {
      en: "`{name}` holds `{written}`, which is filled in only in a message's notification. Known here: {known}.",
      nb: '`{name}` inneholder `{written}`, som bare fylles inn i varselet om en melding. Kjente her: {known}.',
      nn: '`{name}` inneheld `{written}`, som berre blir fylt inn i varselet om ei melding. Kjende her: {known}.',
    },
    newer: {
      en: '`{name}` holds `{written}`, which only newer versions of Altinn fill in; here it stays as it is.',
      nb: '`{name}` inneholder `{written}`, som bare nyere versjoner av Altinn fyller inn. Her blir det stående.',
      nn: '`{name}` inneheld `{written}`, som berre nyare versjonar av Altinn fyller inn. Her blir det ståande.',
    },
    useNearest: {
      en: 'Write `{nearest}`',
      nb: 'Skriv `{nearest}`',
      nn: 'Skriv `{nearest}`',
    },
  },
  checkValue(text, { kind }, tell) {
    const known = kind.purpose === 'order' ? ORDER_KEYWORDS : KEYWORDS
    const strange = text.keywords.filter(({ keyword }) => !keyword || !known.includes(keyword))
    if (strange.length === 0) return
    const { path, value } = text
    const names = known.map(({ name }) => name)
    const nearestOf = createNearest(names)
    const replace = createKeywordReplacer(value)
    for (const { start, end, written, keyword } of strange) {
      const isNewer = kind.purpose === 'correspondence' && NEWER_KEYWORDS.includes(written)
      const nearest = keyword || isNewer ? undefined : nearestOf(written)
      const replaced = nearest && replace(written, `$${nearest}$`)
      tell({
        sentence: keyword ? 'elsewhere' : isNewer ? 'newer' : 'unknown',
        severity: isNewer ? 'information' : 'warning',
        path,
        data: { name: nameOf(path), written: `$${written}$`, known: names.map((name) => `\`$${name}$\``).join(', ') },
        span: { start, end },
        fix: replaced
          ? { title: 'useNearest', data: { nearest: `$${nearest}$` }, edits: [{ kind: 'set', path, value: replaced }] }
          : undefined,
      })
    }
  },
})
