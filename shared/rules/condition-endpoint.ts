import { once } from '../once.ts'
import { defineRule, nameOf, type RulePage } from '../rule.ts'
import { orderExample } from './examples.ts'

const HTTP_ADDRESS = once(
  () => /^https?:\/\/(?:[^\s/?#@]+@)?(?:[\p{L}\p{N}.-]+|\[[\da-f:.]+\])(?::\d{1,5})?(?:[/?#]\S*)?$/iu,
)

/** What the rule's page says and shows. */
export const conditionEndpointPage: RulePage = {
  summary: {
    en: 'Give the whole http or https address of a condition.',
    nb: 'Oppgi hele http- eller https-adressen til en betingelse.',
    nn: 'Oppgi heile http- eller https-adressa til eit vilkår.',
  },
  why: {
    en: 'The address is asked when the message is due. What cannot be asked never answers, and a condition that does not answer does not stop a message.',
    nb: 'Adressen blir spurt når meldingen forfaller. Det som ikke kan spørres, svarer aldri, og en betingelse som ikke svarer, stopper ikke en melding.',
    nn: 'Adressa blir spurd når meldinga forfell. Det som ikkje kan spørjast, svarar aldri, og eit vilkår som ikkje svarar, stoppar ikkje ei melding.',
  },
  examples: () => ({
    good: [
      orderExample({ request: { conditionEndpoint: 'https://example.com/condition?id=1' } }),
      orderExample({ request: { conditionEndpoint: 'http://localhost:7071/check' } }),
    ],
    bad: [
      orderExample({ request: { conditionEndpoint: '/condition' } }),
      orderExample({ request: { conditionEndpoint: 'ftp://example.com/condition' } }),
      orderExample({ request: { conditionEndpoint: '' } }),
    ],
  }),
}

export const conditionEndpoint = defineRule({
  code: 'condition-endpoint',
  severity: 'error',
  purposes: ['order'],
  roles: ['condition-endpoint'],
  sentences: {
    malformed: {
      en: '`{name}` is no http or https address; write all of it, such as `https://example.com/condition`.',
      nb: '`{name}` er ikke en http- eller https-adresse. Skriv hele, for eksempel `https://example.com/condition`.',
      nn: '`{name}` er ikkje ei http- eller https-adresse. Skriv heile, til dømes `https://example.com/condition`.',
    },
  },
  checkValue(field, _subject, tell) {
    if (HTTP_ADDRESS().test(field.value)) return
    const { path } = field
    tell({ sentence: 'malformed', path, data: { name: nameOf(path) } })
  },
})
