import { memberPath } from '../reading/document.ts'
import { defineRule, type RulePage } from '../rule.ts'
import { notificationExample } from './examples.ts'

/** What only a reminder uses. */
const OF_THE_REMINDER = [
  'reminderNotificationChannel',
  'reminderEmailSubject',
  'reminderEmailBody',
  'reminderEmailContentType',
  'reminderSmsBody',
]

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
    remove: { en: 'Remove `{name}`', nb: 'Fjern `{name}`', nn: 'Fjern `{name}`' },
  },
  *check({ notifications }) {
    for (const { object } of notifications) {
      const { sendReminder } = object.members
      // What is neither true nor false is the schema's to refuse; nobody knows yet what it will be.
      if (sendReminder !== undefined && sendReminder !== false) continue
      for (const name of OF_THE_REMINDER) {
        if (object.members[name] === undefined) continue
        const path = memberPath(object, name)
        const fix = { title: 'remove', data: { name }, edits: [{ kind: 'remove', path }] } as const
        yield { sentence: 'unused', path, data: { name }, fix }
      }
    }
  },
})
