import { memberPath } from '../reading/document.ts'
import { isWordless, neededTexts } from '../reading/needed-texts.ts'
import { defineRule, nameOf, type Report, type RulePage, type Subject } from '../rule.ts'
import {
  instantEmailExample,
  instantSmsExample,
  notificationExample,
  orderExample,
  ownTextExample,
} from './examples.ts'

type Sentence = 'blank' | 'missing' | 'settings'

/** The settings that each channel of an order needs. `spec/notifications.md` 7.1. */
const SETTINGS: Readonly<Record<string, readonly string[]>> = {
  Email: ['emailSettings'],
  Sms: ['smsSettings'],
  EmailPreferred: ['emailSettings', 'smsSettings'],
  SmsPreferred: ['emailSettings', 'smsSettings'],
  EmailAndSms: ['emailSettings', 'smsSettings'],
}

function* reportSettings({ objects }: Subject): Generator<Report<Sentence>> {
  for (const object of objects) {
    const { channelSchema } = object.members
    if (object.role !== 'recipient-party' || typeof channelSchema !== 'string') continue
    for (const name of SETTINGS[channelSchema] ?? []) {
      if (object.members[name] !== undefined) continue
      yield { sentence: 'settings', path: memberPath(object, name), data: { name, channel: channelSchema } }
    }
  }
}

/** A notification needs the texts of its channels, unless it is no more than a piece of one. */
function* reportNotifications({ notifications, kind }: Subject): Generator<Report<Sentence>> {
  for (const view of notifications) {
    if (view.isExcerpt && kind.name !== 'correspondence') continue
    for (const { phase, name, altinnCode } of neededTexts(view)) {
      const value = view.object.members[name]
      if (!isWordless(value)) continue
      const data = { name, channel: view.channels[phase] ?? '' }
      yield { sentence: 'missing', path: memberPath(view.object, name), data, altinnCode }
    }
  }
}

/** What the rule's page says and shows. */
export const requiredTextPage: RulePage = {
  summary: {
    en: 'Write the texts that a message needs: its key, and the subject and the body of each channel.',
    nb: 'Skriv tekstene som en melding trenger: nøkkelen, og emnet og innholdet for hver kanal.',
    nn: 'Skriv tekstane som ei melding treng: nøkkelen, og emnet og innhaldet for kvar kanal.',
  },
  why: {
    en: 'A message without words tells nobody anything, and a blank key cannot keep a retry from sending twice. Where either of two channels may be taken, both need their texts. A reminder takes nothing over from the main notification.',
    nb: 'En melding uten ord sier ingenting, og en tom nøkkel kan ikke hindre at et nytt forsøk sender to ganger. Når en av to kanaler kan bli valgt, trenger begge sine tekster. Et revarsel overtar ingenting fra hovedvarselet.',
    nn: 'Ei melding utan ord seier ingenting, og ein tom nøkkel kan ikkje hindre at eit nytt forsøk sender to gonger. Når ein av to kanalar kan bli vald, treng begge tekstane sine. Eit revarsel tek ikkje over noko frå hovudvarselet.',
  },
  examples: () => ({
    good: [
      instantSmsExample({}),
      instantEmailExample({}),
      orderExample({}),
      notificationExample({ notificationChannel: 'EmailAndSms', sendReminder: true }),
      ownTextExample({}),
      ownTextExample({ notificationChannel: 'Sms', emailSubject: '', emailBody: null }),
      notificationExample({ notificationTemplate: null, notificationChannel: null }),
    ],
    bad: [
      instantSmsExample({ request: { idempotencyId: '' } }),
      instantSmsExample({ settings: { body: ' \n' } }),
      instantEmailExample({ settings: { subject: '' } }),
      instantEmailExample({ settings: { body: '\u00a0' } }),
      orderExample({ recipient: { recipientOrganization: { orgNumber: '991825827', channelSchema: 'Sms' } } }),
      ownTextExample({ emailBody: ' ' }),
      ownTextExample({ notificationChannel: 'EmailPreferred', smsBody: null }),
      ownTextExample({ sendReminder: true, reminderNotificationChannel: 'Sms' }),
    ],
  }),
}

export const requiredText = defineRule<Sentence>({
  code: 'required-text',
  severity: 'error',
  roles: ['idempotency-id', 'sms-body', 'email-subject', 'email-body'],
  looksAt: ['recipient-party', 'notification'],
  sentences: {
    blank: {
      en: '`{name}` is blank; write at least one character that is not a space.',
      nb: '`{name}` er tom. Skriv minst ett tegn som ikke er mellomrom.',
      nn: '`{name}` er tom. Skriv minst eitt teikn som ikkje er mellomrom.',
    },
    missing: {
      en: '`{name}` is missing or blank; the channel {channel} needs it.',
      nb: '`{name}` mangler eller er tom, men kanalen {channel} trenger den.',
      nn: '`{name}` manglar eller er tom, men kanalen {channel} treng han.',
    },
    settings: {
      en: '`{name}` is missing; the channel {channel} needs it.',
      nb: '`{name}` mangler, men kanalen {channel} trenger dem.',
      nn: '`{name}` manglar, men kanalen {channel} treng dei.',
    },
  },
  checkValue(text, { kind }, tell) {
    // In an instant message and in an order each text that there is must say something.
    if (kind.purpose === 'correspondence' || !isWordless(text.value)) return
    const { path } = text
    tell({ sentence: 'blank', path, data: { name: nameOf(path) } })
  },
  check: (subject) =>
    subject.kind.purpose === 'correspondence' ? reportNotifications(subject) : reportSettings(subject),
})
