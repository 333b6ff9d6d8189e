import { defineRule, nameOf, type RulePage, safe } from '../rule.ts'
import { instantEmailExample, notificationExample, orderExample } from './examples.ts'

/** What the rule's page says and shows. */
export const enumSpellingPage: RulePage = {
  summary: {
    en: 'Write an enumeration value by its name, in its own spelling.',
    nb: 'Skriv en verdi fra en liste med navnet sitt, stavet slik listen staver det.',
    nn: 'Skriv ein verdi frå ei liste med namnet sitt, stava slik lista stavar det.',
  },
  why: {
    en: 'A number, or a name in another letter case, is understood, but is harder to read, and a search for the name does not find it.',
    nb: 'Et tall, eller et navn med andre store og små bokstaver, blir forstått, men sier mindre til den som leser det, og et søk etter navnet finner det ikke.',
    nn: 'Eit tal, eller eit namn med andre store og små bokstavar, blir forstått, men seier mindre til den som les det, og eit søk etter namnet finn det ikkje.',
  },
  examples: () => ({
    good: [notificationExample({}), instantEmailExample({ settings: { contentType: 'Html', body: '<p>Hi</p>' } })],
    bad: [
      notificationExample({ notificationChannel: 4 }),
      notificationExample({ notificationTemplate: 'genericaltinnmessage' }),
      notificationExample({ notificationChannel: '2' }),
      instantEmailExample({ settings: { contentType: 0 } }),
      orderExample({ sms: { sendingTimePolicy: 2 } }),
    ],
  }),
}

export const enumSpelling = defineRule({
  code: 'enum-spelling',
  severity: 'information',
  looksAt: ['respelling'],
  sentences: {
    otherwise: {
      en: '`{name}` is written {written}; the name is `{value}`.',
      nb: '`{name}` er skrevet {written}, men navnet er `{value}`.',
      nn: '`{name}` er skrive {written}, men namnet er `{value}`.',
    },
    respell: { en: 'Write `{value}`', nb: 'Skriv `{value}`', nn: 'Skriv `{value}`' },
  },
  *check({ respellings }) {
    for (const { path, written, name: value } of respellings) {
      const data = { name: nameOf(path), value }
      const quotes = { written: JSON.stringify(written) }
      yield {
        sentence: 'otherwise',
        path,
        data,
        quotes,
        repairs: [safe('respell', [{ kind: 'set', path, value }], { value })],
      }
    }
  },
})
