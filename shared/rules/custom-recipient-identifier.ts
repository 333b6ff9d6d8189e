import type { Edit } from '../finding.ts'
import { CUSTOM_RECIPIENTS, IDENTIFIERS, type Identifier, identifiersOf } from '../reading/custom-recipient.ts'
import { memberPath } from '../reading/document.ts'
import { isJsonValue } from '../reading/json-value.ts'
import type { NotificationView } from '../reading/notification.ts'
import type { ReadObject } from '../reading/read-object.ts'
import { defineRule, nameOf, type OfferedRepair, type RulePage, suggested } from '../rule.ts'
import { notificationExample } from './examples.ts'

/** Altinn's numbers for the same refusals. docs/altinn/correspondence.md §2.1. */
const ALTINN_CODES = { several: 3018, none: 3019 } as const

const NAMES = IDENTIFIERS.map((name) => `\`${name}\``).join(', ')

/** Each identifier but one taken away. */
const keepOnly = (recipient: ReadObject, given: Identifier, identifiers: readonly Identifier[]): readonly Edit[] =>
  identifiers.filter((name) => name !== given).map((name) => ({ kind: 'remove', path: memberPath(recipient, name) }))

/** One recipient made into several, each with one of its identifiers; `undefined` where it is in no list. */
function split(
  { object, recipientMember }: NotificationView,
  recipient: ReadObject,
  [first, ...others]: readonly Identifier[],
): readonly Edit[] | undefined {
  const index = recipient.path.at(-1)
  if (recipientMember !== 'customRecipients' || typeof index !== 'number' || first === undefined) return undefined
  const after = [...memberPath(object, 'customRecipients'), index + 1]
  const inserted = others.flatMap((name): readonly Edit[] => {
    const value = recipient.members[name]
    return isJsonValue(value) ? [{ kind: 'insert', path: after, value: { [name]: value } }] : []
  })
  return [...keepOnly(recipient, first, [first, ...others]), ...inserted]
}

function repairsOf(view: NotificationView, recipient: ReadObject, identifiers: readonly Identifier[]) {
  const repairs: OfferedRepair<'keep' | 'split'>[] = identifiers.map((given) =>
    suggested('keep', keepOnly(recipient, given, identifiers), { given }),
  )
  const several = split(view, recipient, identifiers)
  return several ? [...repairs, suggested('split' as const, several)] : repairs
}

/** What the rule's page says and shows. */
export const customRecipientIdentifierPage: RulePage = {
  summary: {
    en: 'Give each custom recipient exactly one identifier.',
    nb: 'Gi hver valgfri mottaker nøyaktig én identifikator.',
    nn: 'Gi kvar valfri mottakar nøyaktig éin identifikator.',
  },
  why: {
    en: 'With none there is no one to notify; with several it is unclear which of them counts. Either way the message is refused.',
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
      en: '`{name}` has no identifier; give it one of {names}.',
      nb: '`{name}` angir ingen mottaker. Oppgi én av {names}.',
      nn: '`{name}` oppgir ingen mottakar. Oppgi éin av {names}.',
    },
    several: {
      en: '`{name}` has {count} identifiers ({given}); it must have exactly one.',
      nb: '`{name}` har {count} identifikatorer ({given}), men må ha nøyaktig én.',
      nn: '`{name}` har {count} identifikatorar ({given}), men må ha nøyaktig éin.',
    },
    identifier: { en: 'One of the identifiers.', nb: 'En av identifikatorene.', nn: 'Ein av identifikatorane.' },
    keep: {
      en: 'Keep only `{given}`',
      nb: 'Behold bare `{given}`',
      nn: 'Behald berre `{given}`',
    },
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
          repairs: repairsOf(view, recipient, identifiers),
          altinnCode: ALTINN_CODES.several,
        }
      }
    }
  },
})
