import { memberPath } from '../reading/document.ts'
import { defineRule, type RulePage } from '../rule.ts'
import { correspondenceExample, notificationExample } from './examples.ts'

/** What the rule's page says and shows. */
export const channelMissingPage: RulePage = {
  summary: {
    en: 'Say which channel a notification takes.',
    nb: 'Angi hvilken kanal et varsel bruker.',
    nn: 'Oppgi kva kanal eit varsel bruker.',
  },
  why: {
    en: 'A notification without `notificationChannel` silently goes by e-mail: who has no e-mail address is not notified.',
    nb: 'Et varsel uten `notificationChannel` går stilltiende på e-post: den som ikke har e-postadresse, blir ikke varslet.',
    nn: 'Eit varsel utan `notificationChannel` går stillteiande på e-post: den som ikkje har e-postadresse, blir ikkje varsla.',
  },
  examples: () => ({
    good: [notificationExample({}), correspondenceExample({ notification: { notificationChannel: 4 } })],
    bad: [
      notificationExample({ notificationChannel: null }),
      correspondenceExample({ notification: { notificationChannel: null } }),
    ],
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
    addEmail: { en: 'Say that it is `Email`', nb: 'Angi at den er `Email`', nn: 'Oppgi at han er `Email`' },
  },
  *check({ notifications, kind }) {
    for (const { object, isExcerpt } of notifications) {
      if (object.members.notificationChannel !== undefined) continue
      if (isExcerpt && kind.name !== 'correspondence') continue
      const path = memberPath(object, 'notificationChannel')
      const fix = { title: 'addEmail', edits: [{ kind: 'set', path, value: 'Email' }] } as const
      yield { sentence: 'missing', path, data: { name: 'notificationChannel' }, fix }
    }
  },
})
