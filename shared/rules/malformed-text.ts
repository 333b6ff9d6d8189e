import type { Span } from '../finding.ts'
import { defineRule, type RulePage, safe } from '../rule.ts'
import { instantSmsExample } from './examples.ts'

/** Where the halves of surrogate pairs stand that have lost their other half. */
const halvesOf = (text: string): readonly Span[] =>
  Array.from(text.matchAll(/\p{Surrogate}/gu), ({ index }) => ({ start: index, end: index + 1 }))

/** What the rule's page says and shows. */
export const malformedTextPage: RulePage = {
  summary: {
    en: 'Write whole characters: no half of a surrogate pair.',
    nb: 'Skriv hele tegn: ingen halve surrogatpar.',
    nn: 'Skriv heile teikn: ingen halve surrogatpar.',
  },
  why: {
    en: 'Half of a pair is not a character in any encoding: it cannot be sent, and each system on the way would replace it differently. The usual cause is a text cut in the middle of an emoji.',
    nb: 'Et halvt par er ikke et tegn i noen koding: det kan ikke sendes, og hvert system på veien ville sette noe annet i stedet. Det kommer oftest av at en tekst er kuttet midt i en emoji.',
    nn: 'Eit halvt par er ikkje eit teikn i noka koding: det kan ikkje sendast, og kvart system på vegen ville setje noko anna i staden. Det kjem oftast av at ein tekst er kutta midt i ein emoji.',
  },
  examples: () => ({
    good: [instantSmsExample({ settings: { body: 'Gratulerer 🎉' } })],
    bad: [
      instantSmsExample({ settings: { body: 'Gratulerer \ud83c' } }),
      instantSmsExample({ request: { idempotencyId: '\udf89-1' } }),
    ],
  }),
}

export const malformedText = defineRule({
  code: 'malformed-text',
  severity: 'error',
  sentences: {
    unpaired: {
      en: '`{name}` contains half of a surrogate pair; remove it or write the whole character.',
      nb: '`{name}` inneholder et halvt surrogatpar. Fjern det eller skriv hele tegnet.',
      nn: '`{name}` inneheld eit halvt surrogatpar. Fjern det eller skriv heile teiknet.',
    },
    remove: { en: 'Remove the half character', nb: 'Fjern det halve tegnet', nn: 'Fjern det halve teiknet' },
  },
  looksAt: ['malformed'],
  *check({ malformed }) {
    for (const { path, name, value } of malformed)
      yield {
        sentence: 'unpaired',
        path,
        data: { name },
        repairs:
          value === undefined
            ? []
            : [
                safe(
                  'remove',
                  halvesOf(value).map((span) => ({ kind: 'replace', path, span, text: '' })),
                ),
              ],
      }
  },
})
