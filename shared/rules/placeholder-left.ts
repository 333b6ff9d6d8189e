import type { Written } from '../reading/document.ts'
import { defineRule, nameOf, type RulePage, type Subject } from '../rule.ts'
import { findPlaceholders, type Placeholder } from '../text/placeholders.ts'
import { instantEmailExample, instantSmsExample, notificationExample, orderExample } from './examples.ts'

/** Placeholders of one text that are told. */
const TOLD_MAX = 20

/** Characters of a placeholder that a sentence repeats. */
const SHOWN_MAX = 40

const NONE: readonly Placeholder[] = []

/** Words between dollar signs in an instant message, where no keyword is filled in and `keyword-unknown` is silent. */
const dollarWords = ({ keywords, value }: Written, { kind }: Subject): readonly Placeholder[] =>
  kind.purpose !== 'instant' || keywords.length === 0
    ? NONE
    : keywords
        .filter(({ keyword }) => keyword === undefined)
        .map(({ start, end }) => ({ start, end, written: value.slice(start, end) }))

/** What the rule's page says and shows. */
export const placeholderLeftPage: RulePage = {
  summary: {
    en: 'Fill in everything before a text is sent.',
    nb: 'Fyll inn alt før en tekst sendes.',
    nn: 'Fyll inn alt før ein tekst blir send.',
  },
  why: {
    en: 'Text such as {0}, %s, [NAVN] or "undefined" is what a program or a person meant to replace. Nothing replaces it any more, and the recipient reads it.',
    nb: 'Tekst som {0}, %s, [NAVN] eller «undefined» er noe et program eller et menneske skulle ha erstattet. Ingenting erstatter det lenger, og mottakeren leser det.',
    nn: 'Tekst som {0}, %s, [NAVN] eller «undefined» er noko eit program eller eit menneske skulle ha erstatta. Ingenting erstattar det lenger, og mottakaren les det.',
  },
  whenNotToUse: {
    en: 'Turn it off for files that a program fills in before it sends them.',
    nb: 'Slå den av for filer som et program fyller inn før det sender dem.',
    nn: 'Slå han av for filer som eit program fyller inn før det sender dei.',
  },
  examples: () => ({
    good: [
      instantSmsExample({}),
      instantSmsExample({ settings: { body: 'Du har null kroner å betale, og 20 % rabatt [se brevet].' } }),
      notificationExample({ emailBody: 'Hei $correspondenceRecipientName$, du har fått et brev.' }),
    ],
    bad: [
      instantSmsExample({ settings: { body: 'Koden din er {0}.' } }),
      instantSmsExample({ settings: { body: 'Your code is $code$.' } }),
      instantEmailExample({ settings: { body: 'Hei [NAVN], du har fått et brev.' } }),
      orderExample({ sms: { body: 'Hei {{navn}}, saken din er avgjort.' } }),
      notificationExample({ smsBody: 'Hei undefined, fristen er [object Object].' }),
    ],
  }),
}

export const placeholderLeft = defineRule({
  code: 'placeholder-left',
  severity: 'warning',
  roles: ['sms-body', 'email-subject', 'email-body', 'sms-sender'],
  sentences: {
    left: {
      en: '`{name}` contains `{written}`, which should have been replaced: the recipient reads it.',
      nb: '`{name}` inneholder `{written}`, som skulle ha vært erstattet: mottakeren leser det.',
      nn: '`{name}` inneheld `{written}`, som skulle ha vore erstatta: mottakaren les det.',
    },
  },
  checkValue(text, subject, tell) {
    const { value } = text
    const placeholders = findPlaceholders(value, text.keywords, text.signs)
    const words = dollarWords(text, subject)
    if (placeholders.length === 0 && words.length === 0) return
    const found = [...placeholders, ...words]
    const { path } = text
    for (const { start, end, written } of found.slice(0, TOLD_MAX)) {
      const [data, quotes] = [{ name: nameOf(path) }, { written: written.slice(0, SHOWN_MAX) }]
      tell({ sentence: 'left', path, data, quotes, span: { start, end } })
    }
  },
})
