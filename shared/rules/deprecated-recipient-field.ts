import type { Edit } from '../finding.ts'
import type { JsonValue } from '../json/value.ts'
import { isJsonObject } from '../json/value.ts'
import { memberPath } from '../reading/document.ts'
import { isJsonValue } from '../reading/json-value.ts'
import type { NotificationView } from '../reading/notification.ts'
import { defineRule, type Report, type RulePage } from '../rule.ts'
import { notificationExample } from './examples.ts'

const DEPRECATED = ['customRecipient', 'customNotificationRecipients'] as const

type Deprecated = (typeof DEPRECATED)[number]

type Sentence = 'deprecated' | 'ignored' | 'onlyFirst' | 'migrate' | 'remove'

/** The recipients of a deprecated member that are notified today, as `customRecipients` holds them. */
function migrated(name: Deprecated, value: unknown): JsonValue | undefined {
  if (name === 'customRecipient') return isJsonValue(value) ? [value] : undefined
  const first: unknown = Array.isArray(value) ? value[0] : undefined
  const recipients = isJsonObject(first) ? first.recipients : undefined
  return Array.isArray(recipients) && isJsonValue(recipients) ? recipients : undefined
}

function* reportMember(view: NotificationView, name: Deprecated): Generator<Report<Sentence>> {
  const { object, recipientMember } = view
  const value = object.members[name]
  if (value === undefined) return
  const path = memberPath(object, name)
  const removal: Edit = { kind: 'remove', path }
  const remove = { title: 'remove', data: { name }, edits: [removal] } as const
  if (recipientMember && recipientMember !== name) {
    const data = { name, used: recipientMember }
    yield { sentence: 'ignored', severity: 'warning', path, data, deprecated: true, fix: remove }
    return
  }
  const recipients = migrated(name, value)
  const addition =
    recipients && ({ kind: 'set', path: memberPath(object, 'customRecipients'), value: recipients } as const)
  yield {
    sentence: 'deprecated',
    path,
    data: { name },
    deprecated: true,
    fix: addition ? { title: 'migrate', edits: [addition, removal] } : recipientMember ? undefined : remove,
  }
  if (name === 'customNotificationRecipients' && Array.isArray(value) && value.length > 1)
    yield { sentence: 'onlyFirst', severity: 'warning', path: [...path, 1], data: { name } }
}

/** What the rule's page says and shows. */
export const deprecatedRecipientFieldPage: RulePage = {
  summary: {
    en: 'List custom recipients in `customRecipients`.',
    nb: 'Før opp valgfrie mottakere i `customRecipients`.',
    nn: 'Før opp valfrie mottakarar i `customRecipients`.',
  },
  why: {
    en: '`customRecipient` and `customNotificationRecipients` will be removed. Where `customRecipients` stands beside them they are ignored without a word, and of `customNotificationRecipients` only the first element is ever used.',
    nb: '`customRecipient` og `customNotificationRecipients` skal fjernes. Står `customRecipients` ved siden av, blir de oversett uten et ord, og av `customNotificationRecipients` brukes bare det første elementet.',
    nn: '`customRecipient` og `customNotificationRecipients` skal fjernast. Står `customRecipients` ved sida av, blir dei oversedde utan eit ord, og av `customNotificationRecipients` blir berre det første elementet brukt.',
  },
  examples: () => ({
    good: [notificationExample({ customRecipients: [{ organizationNumber: '991825827' }] })],
    bad: [
      notificationExample({ customRecipient: { organizationNumber: '991825827' } }),
      notificationExample({
        customNotificationRecipients: [
          { recipientToOverride: '0192:313756270', recipients: [{ organizationNumber: '991825827' }] },
        ],
      }),
      notificationExample({
        customRecipients: [{ organizationNumber: '991825827' }],
        customRecipient: { mobileNumber: '+4799999999' },
      }),
    ],
  }),
}

export const deprecatedRecipientField = defineRule<Sentence>({
  code: 'deprecated-recipient-field',
  severity: 'hint',
  purposes: ['correspondence'],
  looksAt: ['notification'],
  sentences: {
    deprecated: {
      en: '`{name}` is deprecated and will be removed; use `customRecipients`.',
      nb: '`{name}` er utgått og skal fjernes. Bruk `customRecipients`.',
      nn: '`{name}` er utgått og skal fjernast. Bruk `customRecipients`.',
    },
    ignored: {
      en: '`{name}` is deprecated, and ignored because `{used}` is given too: its recipients are not notified.',
      nb: '`{name}` er utgått, og blir oversett fordi `{used}` også er oppgitt: mottakerne her blir ikke varslet.',
      nn: '`{name}` er utgått, og blir oversett fordi `{used}` òg er oppgitt: mottakarane her blir ikkje varsla.',
    },
    onlyFirst: {
      en: 'Only the first element of `{name}` is used: the recipients of this one are not notified.',
      nb: 'Bare det første elementet i `{name}` brukes: mottakerne i dette blir ikke varslet.',
      nn: 'Berre det første elementet i `{name}` blir brukt: mottakarane i dette blir ikkje varsla.',
    },
    migrate: {
      en: 'Move it to `customRecipients`',
      nb: 'Flytt det til `customRecipients`',
      nn: 'Flytt det til `customRecipients`',
    },
    remove: { en: 'Remove `{name}`', nb: 'Fjern `{name}`', nn: 'Fjern `{name}`' },
  },
  *check({ notifications }) {
    for (const view of notifications) for (const name of DEPRECATED) yield* reportMember(view, name)
  },
})
