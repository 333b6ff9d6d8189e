import type { Edit, Path } from '../finding.ts'
import { isJsonObject } from '../json/value.ts'
import { memberPath } from '../reading/document.ts'
import type { NotificationView } from '../reading/notification.ts'
import type { ReadObject } from '../reading/read-object.ts'
import { defineRule, type Report, type RulePage, safe, suggested } from '../rule.ts'
import { notificationExample } from './examples.ts'

const DEPRECATED = ['customRecipient', 'customNotificationRecipients'] as const

type Deprecated = (typeof DEPRECATED)[number]

type Sentence = 'deprecated' | 'ignored' | 'onlyFirst' | 'migrate' | 'remove'

/** The edit that lists the recipients of a deprecated member, those that are notified today, in `customRecipients`. */
function migration({ members }: ReadObject, name: Deprecated, path: Path): Edit | undefined {
  const { customRecipients: present } = members
  if (present !== undefined && !(Array.isArray(present) && present.length === 0)) return undefined
  const value = members[name]
  if (name === 'customRecipient')
    return isJsonObject(value)
      ? { kind: 'hoist', path, from: path, name: 'customRecipients', wrapped: true }
      : undefined
  const first: unknown = Array.isArray(value) ? value[0] : undefined
  return isJsonObject(first) && Array.isArray(first.recipients)
    ? { kind: 'hoist', path, from: [...path, 0, 'recipients'], name: 'customRecipients' }
    : undefined
}

function* reportMember({ object, recipientMember }: NotificationView, name: Deprecated): Generator<Report<Sentence>> {
  const value = object.members[name]
  if (value === undefined) return
  const path = memberPath(object, name)
  // What is ignored is not sent either way, but the sender meant it to be.
  const remove = suggested('remove' as const, [{ kind: 'remove', path }], { name })
  if (recipientMember && recipientMember !== name) {
    const data = { name, used: recipientMember }
    yield { sentence: 'ignored', severity: 'warning', path, data, deprecated: true, repairs: [remove] }
    return
  }
  const edit = migration(object, name, path)
  // The other member names those whom it overrides, which `customRecipients` has no room for.
  const migrate = name === 'customRecipient' ? safe : suggested
  yield {
    sentence: 'deprecated',
    path,
    data: { name },
    deprecated: true,
    repairs: edit ? [migrate('migrate', [edit])] : recipientMember ? [] : [remove],
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
    en: '`customRecipient` and `customNotificationRecipients` will be removed. If `customRecipients` is given too they are silently ignored, and only the first element of `customNotificationRecipients` is ever used.',
    nb: '`customRecipient` og `customNotificationRecipients` skal fjernes. Står `customRecipients` ved siden av, blir de ignorert uten et ord, og av `customNotificationRecipients` brukes bare det første elementet.',
    nn: '`customRecipient` og `customNotificationRecipients` skal fjernast. Står `customRecipients` ved sida av, blir dei ignorerte utan eit ord, og av `customNotificationRecipients` blir berre det første elementet brukt.',
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
      nb: '`{name}` er utfaset og skal fjernes. Bruk `customRecipients`.',
      nn: '`{name}` er utfasa og skal fjernast. Bruk `customRecipients`.',
    },
    ignored: {
      en: '`{name}` is deprecated, and ignored because `{used}` is given too: its recipients are not notified.',
      nb: '`{name}` er utfaset, og blir ignorert fordi `{used}` også er oppgitt: mottakerne her blir ikke varslet.',
      nn: '`{name}` er utfasa, og blir ignorert fordi `{used}` òg er oppgitt: mottakarane her blir ikkje varsla.',
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
