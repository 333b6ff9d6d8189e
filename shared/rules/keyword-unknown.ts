import { keywordsFilledIn } from '../reading/direct-text.ts'
import type { Written } from '../reading/document.ts'
import { defineRule, nameOf, type Report, type RulePage, suggested } from '../rule.ts'
import { KEYWORDS, ORDER_KEYWORDS } from '../text/keywords.ts'
import { nearestWord } from '../text/keywords-nearest.ts'
import { SIGN } from '../text/signs.ts'
import { notificationExample, orderExample } from './examples.ts'

/** Looks each word up once: a text may repeat the same mistake thousands of times. */
function createNearest(known: readonly string[]): (written: string) => string | undefined {
  const found = new Map<string, string | undefined>()
  return (written) => {
    if (!found.has(written)) found.set(written, nearestWord(written, known))
    return found.get(written)
  }
}

const RESOURCE_NAME = 'resourceName'

type Sentence = 'unknown' | 'elsewhere' | 'resource' | 'useNearest'

/** Says where a text depends on what a register knows of a resource. */
function tellOfResources({ path, keywords }: Written, tell: (report: Report<Sentence>) => void): void {
  for (const { start, end, written } of keywords)
    if (written === RESOURCE_NAME)
      tell({
        sentence: 'resource',
        severity: 'information',
        path,
        data: { name: nameOf(path), written: `$${written}$` },
        span: { start, end },
      })
}

/** What the rule's page says and shows. */
export const keywordUnknownPage: RulePage = {
  summary: {
    en: 'Use only the keywords that are filled in.',
    nb: 'Bruk bare nøkkelord som blir fylt inn.',
    nn: 'Bruk berre nøkkelord som blir fylte inn.',
  },
  why: {
    en: 'A word between dollar signs that is not a keyword stays as it is, and the recipient reads it. A keyword of a message is refused in an order, where nothing fills it in.',
    nb: 'Et ord mellom dollartegn som ikke er et nøkkelord, blir stående som det er, og mottakeren leser det. Et nøkkelord for en melding blir avvist i en ordre, der ingenting fyller det inn.',
    nn: 'Eit ord mellom dollarteikn som ikkje er eit nøkkelord, blir ståande som det er, og mottakaren les det. Eit nøkkelord for ei melding blir avvist i ein ordre, der ingenting fyller det inn.',
  },
  examples: () => ({
    good: [
      notificationExample({ emailBody: 'Hei $correspondenceRecipientName$, hilsen $sendersName$' }),
      notificationExample({ emailSubject: '$messageTitle$' }),
      notificationExample({ smsBody: 'It costs $5, or 6$ with postage.' }),
      orderExample({ sms: { body: 'Hei $recipientName$' } }),
    ],
    bad: [
      notificationExample({ emailBody: 'Hei $recipentName$' }),
      notificationExample({ smsBody: '$foo$' }),
      notificationExample({ smsBody: '$resourceName$' }),
      notificationExample({ emailSubject: '$mesageTitle$' }),
      orderExample({ sms: { body: 'Hilsen $sendersName$' } }),
    ],
  }),
}

export const keywordUnknown = defineRule<Sentence>({
  code: 'keyword-unknown',
  severity: 'warning',
  mayRefuse: true,
  purposes: ['order', 'correspondence'],
  roles: ['sms-body', 'email-subject', 'email-body'],
  signs: SIGN.dollar,
  sentences: {
    unknown: {
      en: '`{name}` contains `{written}`, which is not a keyword and stays as it is. Known here: {known}.',
      nb: '`{name}` inneholder `{written}`, som ikke er et nøkkelord og blir stående. Kjente her: {known}.',
      nn: '`{name}` inneheld `{written}`, som ikkje er eit nøkkelord og blir ståande. Kjende her: {known}.',
    },
    elsewhere: {
      en: "`{name}` contains `{written}`, which is filled in only in a message's notification. Known here: {known}.",
      nb: '`{name}` inneholder `{written}`, som bare fylles inn i varselet om en melding. Kjente her: {known}.',
      nn: '`{name}` inneheld `{written}`, som berre blir fylt inn i varselet om ei melding. Kjende her: {known}.',
    },
    resource: {
      en: '`{name}` contains `{written}`, which becomes empty where the register does not know the resource.',
      nb: '`{name}` inneholder `{written}`, som blir tomt når registeret ikke kjenner ressursen.',
      nn: '`{name}` inneheld `{written}`, som blir tomt når registeret ikkje kjenner ressursen.',
    },
    useNearest: {
      en: 'Write `{nearest}`',
      nb: 'Skriv `{nearest}`',
      nn: 'Skriv `{nearest}`',
    },
  },
  checkValue(text, subject, tell) {
    const { kind } = subject
    const known = kind.purpose === 'order' ? ORDER_KEYWORDS : KEYWORDS
    if (kind.purpose === 'correspondence') tellOfResources(text, tell)
    const strange = text.keywords.filter(({ keyword }) => !keyword || !known.includes(keyword))
    if (strange.length === 0) return
    const { path } = text
    const names = known.map(({ name }) => name)
    const nearestOf = createNearest(keywordsFilledIn(text, subject, known))
    for (const { start, end, written, keyword } of strange) {
      const nearest = keyword ? undefined : nearestOf(written)
      const by = `$${nearest}$`
      tell({
        sentence: keyword ? 'elsewhere' : 'unknown',
        // A word may be meant as it is written; a keyword is not, and its recipient would read it.
        severity: keyword ? 'error' : 'warning',
        path,
        data: { name: nameOf(path), known: names.map((name) => `\`$${name}$\``).join(', ') },
        quotes: { written: `$${written}$` },
        span: { start, end },
        repairs: nearest
          ? [suggested('useNearest', [{ kind: 'replace', path, span: { start, end }, text: by }], { nearest: by })]
          : [],
      })
    }
  },
})
