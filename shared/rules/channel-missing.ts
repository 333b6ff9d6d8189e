import type { Edit } from '../finding.ts'
import { memberPath } from '../reading/document.ts'
import { isWordless, textsOfChannel } from '../reading/needed-texts.ts'
import type { NotificationView } from '../reading/notification.ts'
import { defineRule, type RulePage, safe, suggested } from '../rule.ts'
import { correspondenceExample, notificationExample } from './examples.ts'

/** Whether a notification has every text that it needs by SMS. A reminder takes the channel over. */
function isWholeAsSms({ object, sendsReminder }: NotificationView): boolean {
  const alsoReminder = sendsReminder && object.members.reminderNotificationChannel === undefined
  const needed = [...textsOfChannel('main', 'Sms'), ...(alsoReminder ? textsOfChannel('reminder', 'Sms') : [])]
  return needed.every((name) => !isWordless(object.members[name]))
}

const WITHOUT_CHANNEL = { notificationTemplate: 'GenericAltinnMessage' }

/** What the rule's page says and shows. */
export const channelMissingPage: RulePage = {
  summary: {
    en: 'Say which channel a notification uses.',
    nb: 'Angi hvilken kanal et varsel bruker.',
    nn: 'Oppgi kva kanal eit varsel bruker.',
  },
  why: {
    en: 'A notification without `notificationChannel` silently goes by e-mail: recipients without an e-mail address are not notified.',
    nb: 'Et varsel uten `notificationChannel` går stilltiende på e-post: den som ikke har e-postadresse, blir ikke varslet.',
    nn: 'Eit varsel utan `notificationChannel` går stillteiande på e-post: den som ikkje har e-postadresse, blir ikkje varsla.',
  },
  examples: () => ({
    good: [notificationExample({}), correspondenceExample({ notification: { notificationChannel: 4 } })],
    bad: [{ kind: 'notification', document: WITHOUT_CHANNEL }],
  }),
}

export const channelMissing = defineRule({
  code: 'channel-missing',
  severity: 'warning',
  purposes: ['correspondence'],
  looksAt: ['notification'],
  sentences: {
    missing: {
      en: '`{name}` is missing: the notification silently goes by e-mail.',
      nb: '`{name}` mangler: varselet går stilltiende på e-post.',
      nn: '`{name}` manglar: varselet går stillteiande på e-post.',
    },
    addSms: { en: 'Say that it is `Sms`', nb: 'Angi at den er `Sms`', nn: 'Oppgi at han er `Sms`' },
    addEmail: { en: 'Say that it is `Email`', nb: 'Angi at den er `Email`', nn: 'Oppgi at han er `Email`' },
  },
  *check({ notifications, kind }) {
    for (const view of notifications) {
      const { object, isExcerpt } = view
      if (object.members.notificationChannel !== undefined) continue
      if (isExcerpt && kind.name !== 'correspondence') continue
      const path = memberPath(object, 'notificationChannel')
      const to = (value: string): readonly Edit[] => [{ kind: 'set', path, value }]
      // Words for an SMS show that e-mail was not all that was meant.
      const repairs = isWordless(object.members.smsBody)
        ? [safe('addEmail', to('Email'))]
        : [...(isWholeAsSms(view) ? [suggested('addSms', to('Sms'))] : []), suggested('addEmail', to('Email'))]
      yield { sentence: 'missing', path, data: { name: 'notificationChannel' }, repairs }
    }
  },
})
