import type { Edit } from '../finding.ts'
import { memberPath } from '../reading/document.ts'
import { isWordless, textsOfChannel } from '../reading/needed-texts.ts'
import type { NotificationView } from '../reading/notification.ts'
import { defineRule, type OfferedRepair, type RulePage, suggested } from '../rule.ts'
import { notificationExample } from './examples.ts'

/** What only a reminder uses. */
const OF_THE_REMINDER = [
  'reminderNotificationChannel',
  'reminderEmailSubject',
  'reminderEmailBody',
  'reminderEmailContentType',
  'reminderSmsBody',
]

/** Whether a reminder could be sent as it is written. */
function isWholeReminder({ object, channels, ownText }: NotificationView): boolean {
  if (ownText === undefined || !channels.reminder) return false
  return !ownText || textsOfChannel('reminder', channels.reminder).every((name) => !isWordless(object.members[name]))
}

/** What the rule's page says and shows. */
export const unusedReminderTextPage: RulePage = {
  summary: {
    en: 'Set `sendReminder` where there is a reminder to send.',
    nb: 'Sett `sendReminder` når det er et revarsel å sende.',
    nn: 'Set `sendReminder` når det er eit revarsel å sende.',
  },
  why: {
    en: 'Without `"sendReminder": true` no reminder goes out, whatever is written for it.',
    nb: 'Uten `"sendReminder": true` sendes ikke noe revarsel, uansett hva som er skrevet til det.',
    nn: 'Utan `"sendReminder": true` blir det ikkje sendt noko revarsel, uansett kva som er skrive til det.',
  },
  examples: () => ({
    good: [
      notificationExample({ sendReminder: true, reminderEmailBody: 'You still have a new letter.' }),
      notificationExample({ sendReminder: false }),
    ],
    bad: [
      notificationExample({ reminderEmailBody: 'You still have a new letter.' }),
      notificationExample({ sendReminder: false, reminderNotificationChannel: 'Sms' }),
    ],
  }),
}

export const unusedReminderText = defineRule({
  code: 'unused-reminder-text',
  severity: 'information',
  purposes: ['correspondence'],
  looksAt: ['notification'],
  sentences: {
    unused: {
      en: '`{name}` is not used: `sendReminder` is not `true`.',
      nb: '`{name}` blir ikke brukt: `sendReminder` er ikke `true`.',
      nn: '`{name}` blir ikkje brukt: `sendReminder` er ikkje `true`.',
    },
    send: { en: 'Send the reminder', nb: 'Send revarselet', nn: 'Send revarselet' },
    remove: { en: 'Remove `{name}`', nb: 'Fjern `{name}`', nn: 'Fjern `{name}`' },
  },
  *check({ notifications }) {
    for (const view of notifications) {
      const { object } = view
      const { sendReminder } = object.members
      // What is neither true nor false is refused by the schema; what it will be is unknown.
      if (sendReminder !== undefined && sendReminder !== false) continue
      const edit: Edit = { kind: 'set', path: memberPath(object, 'sendReminder'), value: true }
      const send: OfferedRepair<'send' | 'remove'>[] = isWholeReminder(view) ? [suggested('send', [edit])] : []
      for (const name of OF_THE_REMINDER) {
        if (object.members[name] === undefined) continue
        const path = memberPath(object, name)
        // Text that the sender wrote is never deleted without asking.
        const remove = suggested('remove' as const, [{ kind: 'remove', path }], { name })
        yield { sentence: 'unused', path, data: { name }, repairs: [...send, remove] }
      }
    }
  },
})
