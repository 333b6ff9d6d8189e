import { defineRule } from '../rule.ts'
import type { Role } from '../schema/field.ts'
import { instantEmailExample, instantSmsExample } from './examples.ts'

const REQUIRED: ReadonlySet<Role> = new Set(['idempotency-id', 'sms-body', 'email-subject', 'email-body'])

export const requiredText = defineRule({
  code: 'required-text',
  severity: 'error',
  summary: {
    en: 'Write the texts that a message needs: its key, its subject and its body.',
    nb: 'Skriv tekstene som en melding trenger: nøkkelen, emnet og innholdet.',
    nn: 'Skriv tekstane som ei melding treng: nøkkelen, emnet og innhaldet.',
  },
  why: {
    en: 'A message without words tells nobody anything, and a blank key cannot keep a retry from sending twice.',
    nb: 'En melding uten ord sier ingenting, og en tom nøkkel kan ikke hindre at et nytt forsøk sender to ganger.',
    nn: 'Ei melding utan ord seier ingenting, og ein tom nøkkel kan ikkje hindre at eit nytt forsøk sender to gonger.',
  },
  sentences: {
    blank: {
      en: '`{name}` is blank; write at least one character that is not a space.',
      nb: '`{name}` er tom. Skriv minst ett tegn som ikke er mellomrom.',
      nn: '`{name}` er tom. Skriv minst eitt teikn som ikkje er mellomrom.',
    },
  },
  examples: {
    good: [instantSmsExample({}), instantEmailExample({})],
    bad: [
      instantSmsExample({ request: { idempotencyId: '' } }),
      instantSmsExample({ settings: { body: ' \n' } }),
      instantEmailExample({ settings: { subject: '' } }),
      instantEmailExample({ settings: { body: '\u00a0' } }),
    ],
  },
  *check({ fields }) {
    for (const { role, path, value } of fields) {
      if (!REQUIRED.has(role) || typeof value !== 'string' || value.trim() !== '') continue
      yield { sentence: 'blank', path, data: { name: String(path.at(-1)) } }
    }
  },
})
