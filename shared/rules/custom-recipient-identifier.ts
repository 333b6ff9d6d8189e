import { CUSTOM_RECIPIENTS, IDENTIFIERS, type Identifier, identifiersOf } from '../reading/custom-recipient.ts'
import { memberPath, type ReadObject } from '../reading/document.ts'
import { isJsonValue } from '../reading/json-value.ts'
import type { NotificationView } from '../reading/notification.ts'
import { defineRule, nameOf, type RulePage } from '../rule.ts'
import { notificationExample } from './examples.ts'

/** Altinn's numbers for the same refusals. `spec/correspondence.md` 2.1. */
const ALTINN_CODES = { several: 3018, none: 3019 } as const

const NAMES = IDENTIFIERS.map((name) => `\`${name}\``).join(', ')

/** The list of recipients with one of them made into several, each with one of its identifiers. */
function splitRecipient(
  { object, recipientMember }: NotificationView,
  { path, members }: ReadObject,
  identifiers: readonly Identifier[],
) {
  const list = object.members.customRecipients
  const index = path.at(-1)
  if (recipientMember !== 'customRecipients' || !isJsonValue(list) || !Array.isArray(list)) return undefined
  if (typeof index !== 'number') return undefined
  const pieces = identifiers.flatMap((name) => (isJsonValue(members[name]) ? [{ [name]: members[name] }] : []))
  return {
    title: 'split' as const,
    edits: [
      {
        kind: 'set' as const,
        path: memberPath(object, 'customRecipients'),
        value: list.toSpliced(index, 1, ...pieces),
      },
    ],
  }
}

/** What the rule's page says and shows. */
export const customRecipientIdentifierPage: RulePage = {
  summary: {
    en: 'Give each custom recipient exactly one identifier.',
    nb: 'Gi hver valgfri mottaker nøyaktig én identifikator.',
    nn: 'Gi kvar valfri mottakar nøyaktig éin identifikator.',
  },
  why: {
    en: 'With none there is nobody to notify; with several it is not said which of them counts, and the message is refused.',
    nb: 'Uten identifikator er det ingen å varsle. Med flere er det ikke sagt hvilken som gjelder, og meldingen blir avvist.',
    nn: 'Utan identifikator er det ingen å varsle. Med fleire er det ikkje sagt kva for ein som gjeld, og meldinga blir avvist.',
  },
  examples: () => ({
    good: [
      notificationExample({ customRecipients: [{ organizationNumber: '991825827' }] }),
      notificationExample({ customRecipients: [{ organizationNumber: '', emailAddress: 'ola.nordmann@example.com' }] }),
    ],
    bad: [
      notificationExample({ customRecipients: [{}] }),
      notificationExample({ customRecipients: [{ emailAddress: '' }] }),
      notificationExample({
        customRecipients: [{ mobileNumber: '+4799999999', emailAddress: 'ola.nordmann@example.com' }],
      }),
      notificationExample({
        customRecipient: { nationalIdentityNumber: '08900499559', mobileNumber: '+4799999999' },
      }),
    ],
  }),
}

export const customRecipientIdentifier = defineRule({
  code: 'custom-recipient-identifier',
  severity: 'error',
  purposes: ['correspondence'],
  looksAt: CUSTOM_RECIPIENTS,
  sentences: {
    none: {
      en: '`{name}` names nobody; give it one of {names}.',
      nb: '`{name}` angir ingen mottaker. Oppgi én av {names}.',
      nn: '`{name}` oppgir ingen mottakar. Oppgi éin av {names}.',
    },
    several: {
      en: '`{name}` has {count} identifiers ({given}); it must have exactly one.',
      nb: '`{name}` har {count} identifikatorer ({given}), men må ha nøyaktig én.',
      nn: '`{name}` har {count} identifikatorar ({given}), men må ha nøyaktig éin.',
    },
    identifier: { en: 'One of the identifiers.', nb: 'En av identifikatorene.', nn: 'Ein av identifikatorane.' },
    split: {
      en: 'Make a recipient of each identifier',
      nb: 'Lag én mottaker av hver identifikator',
      nn: 'Lag éin mottakar av kvar identifikator',
    },
  },
  *check({ notifications }) {
    for (const view of notifications) {
      for (const recipient of view.recipients) {
        const identifiers = identifiersOf(recipient)
        if (identifiers.length === 1) continue
        const { path } = recipient
        const name = nameOf(path)
        if (identifiers.length === 0) {
          yield { sentence: 'none', path, data: { name, names: NAMES }, altinnCode: ALTINN_CODES.none }
          continue
        }
        yield {
          sentence: 'several',
          path,
          data: { name, count: identifiers.length, given: identifiers.map((given) => `\`${given}\``).join(', ') },
          related: identifiers.map((given) => ({ path: memberPath(recipient, given), sentence: 'identifier' })),
          fix: splitRecipient(view, recipient, identifiers),
          altinnCode: ALTINN_CODES.several,
        }
      }
    }
  },
})
