import { memberPath } from '../reading/document.ts'
import { UUID } from '../reading/read-uuid.ts'
import { defineRule, type RulePage, suggested } from '../rule.ts'
import { correspondenceExample } from './examples.ts'

const NIL = /^[0-]+$/

const NO_UUID = {
  en: '`{name}` is not a UUID; write one such as `6f0b6f0e-1f0a-4a3e-9b2e-6a1f3a2b4c5d`, or leave it out.',
  nb: '`{name}` er ikke en UUID. Skriv en som `6f0b6f0e-1f0a-4a3e-9b2e-6a1f3a2b4c5d`, eller utelat den.',
  nn: '`{name}` er ikkje ein UUID. Skriv ein som `6f0b6f0e-1f0a-4a3e-9b2e-6a1f3a2b4c5d`, eller utelat han.',
} as const

/** Altinn's number for a key of several messages at once. */
const SEVERAL_CODE = 1047

const withKey = (idempotentKey: string, recipients: readonly string[] = ['0192:991825827']) => {
  const { kind, document } = correspondenceExample({ recipients: [...recipients] })
  return { kind, document: { ...Object(document), idempotentKey } }
}

/** What the rule's page says and shows. */
export const idempotentKeyPage: RulePage = {
  summary: {
    en: 'Give a message to one recipient a UUID of its own as its key, or no key.',
    nb: 'Gi en melding til én mottaker en egen UUID som nøkkel, eller ingen nøkkel.',
    nn: 'Gi ei melding til éin mottakar ein eigen UUID som nøkkel, eller ingen nøkkel.',
  },
  why: {
    en: 'The key keeps a retry from sending the message twice. A message to several recipients becomes one to each of them, and a key can name only one.',
    nb: 'Nøkkelen hindrer at et nytt forsøk sender meldingen to ganger. En melding til flere mottakere blir til én for hver av dem, og en nøkkel kan bare navngi én.',
    nn: 'Nøkkelen hindrar at eit nytt forsøk sender meldinga to gonger. Ei melding til fleire mottakarar blir til éi for kvar av dei, og ein nøkkel kan berre namngi éi.',
  },
  examples: () => ({
    good: [withKey('6f0b6f0e-1f0a-4a3e-9b2e-6a1f3a2b4c5d'), correspondenceExample({})],
    bad: [
      withKey('case-2026-1234'),
      withKey('00000000-0000-0000-0000-000000000000'),
      withKey('6f0b6f0e-1f0a-4a3e-9b2e-6a1f3a2b4c5d', ['0192:991825827', '0192:313756270']),
    ],
  }),
}

export const idempotentKey = defineRule({
  code: 'idempotent-key',
  severity: 'error',
  purposes: ['correspondence'],
  looksAt: ['message-request'],
  sentences: {
    malformed: NO_UUID,
    zero: NO_UUID,
    several: {
      en: '`{name}` needs a message with one recipient, but this one has {count}.',
      nb: '`{name}` krever at meldingen har én mottaker, men denne har {count}.',
      nn: '`{name}` krev at meldinga har éin mottakar, men denne har {count}.',
    },
    remove: { en: 'Remove `{name}`', nb: 'Fjern `{name}`', nn: 'Fjern `{name}`' },
  },
  *check({ objects }) {
    for (const object of objects) {
      const { idempotentKey: key, recipients } = object.members
      if (object.role !== 'message-request' || typeof key !== 'string') continue
      const path = memberPath(object, 'idempotentKey')
      const data = { name: 'idempotentKey', count: Array.isArray(recipients) ? recipients.length : 0 }
      // As JSON has it: .NET's reader takes no braces there.
      if (!UUID.test(key)) yield { sentence: 'malformed', path, data }
      else if (NIL.test(key)) yield { sentence: 'zero', path, data }
      // Without its key a retry sends the message again: whether that is right is not written here.
      const repairs = [suggested('remove', [{ kind: 'remove', path }], data)]
      if (data.count > 1) yield { sentence: 'several', path, data, repairs, altinnCode: SEVERAL_CODE }
    }
  },
})
