import { once } from '../once.ts'
import { defineRule, nameOf, type RulePage, suggested } from '../rule.ts'
import { SIGN } from '../text/signs.ts'
import { instantSmsExample, notificationExample } from './examples.ts'

/** Characters that turn text round, unseen: embeddings and overrides, their end, and isolates. Unicode, UAX #9. */
const CONTROL = /[\u202a-\u202e\u2066-\u2069]/g

/** Those that may keep a name or a number in place in a text of both directions. */
const ISOLATE = /[\u2066-\u2069]/

const RIGHT_TO_LEFT = once(() => /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u)

/** What the rule's page says and shows. */
export const bidirectionalControlPage: RulePage = {
  summary: {
    en: 'Write no invisible characters that turn text round.',
    nb: 'Ikke bruk usynlige tegn som snur tekst.',
    nn: 'Ikkje bruk usynlege teikn som snur tekst.',
  },
  why: {
    en: 'A direction override makes the reader see other text than was sent: `nav.no` can be written backwards, and an amount can change its order. Such characters usually come along when text is copied, and fraud uses them to hide what is really there.',
    nb: 'Et retningstegn gjør at leseren ser en annen tekst enn den som ble sendt: `nav.no` kan være skrevet baklengs, og et beløp kan skifte rekkefølge. Slike tegn følger oftest med når tekst kopieres, og svindel bruker dem til å skjule hva som egentlig står der.',
    nn: 'Eit retningsteikn gjer at lesaren ser ein annan tekst enn den som blei send: `nav.no` kan vere skrive baklengs, og eit beløp kan skifte rekkjefølgje. Slike teikn følgjer oftast med når tekst blir kopiert, og svindel bruker dei til å skjule kva som eigentleg står der.',
  },
  examples: () => ({
    good: [
      instantSmsExample({}),
      instantSmsExample({ settings: { body: 'الرمز هو \u2066428516\u2069 صالح لمدة دقيقتين' } }),
    ],
    bad: [
      instantSmsExample({ settings: { body: 'Se \u202eon.van\u202c i dag' } }),
      notificationExample({ emailSubject: 'Vedtak \u2066fra etaten\u2069' }),
      notificationExample({ smsBody: '\u202aDu har fått et brev\u202c' }),
    ],
  }),
}

export const bidirectionalControl = defineRule({
  code: 'bidirectional-control',
  severity: 'warning',
  roles: ['sms-body', 'email-subject', 'email-body', 'sms-sender'],
  signs: SIGN.direction,
  sentences: {
    control: {
      en: '`{name}` contains an invisible character (U+{point}) that turns text round: readers see another text.',
      nb: '`{name}` inneholder et usynlig tegn (U+{point}) som snur tekst: mottakere ser en annen tekst.',
      nn: '`{name}` inneheld eit usynleg teikn (U+{point}) som snur tekst: mottakarar ser ein annan tekst.',
    },
    remove: {
      en: 'Remove such characters',
      nb: 'Fjern slike tegn',
      nn: 'Fjern slike teikn',
    },
  },
  checkValue(text, _subject, tell) {
    const { value } = text
    const found = Array.from(value.matchAll(CONTROL))
    const [first] = found
    if (!first) return
    // In a text of both directions isolates are how it is done right.
    if (found.every(([control]) => ISOLATE.test(control)) && RIGHT_TO_LEFT().test(value)) return
    const { path } = text
    const spans = found.map(({ index }) => ({ start: index, end: index + 1 }))
    const point = first[0].charCodeAt(0).toString(16).toUpperCase()
    tell({
      sentence: 'control',
      path,
      data: { name: nameOf(path), point },
      span: spans[0],
      repairs: [
        suggested(
          'remove',
          spans.map((span) => ({ kind: 'replace', path, span, text: '' })),
        ),
      ],
    })
  },
})
