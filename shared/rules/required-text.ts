import type { Words } from '../language.ts'
import { memberPath } from '../reading/document.ts'
import { channelOfOrder } from '../reading/listed-order.ts'
import { isWordless, neededTexts } from '../reading/needed-texts.ts'
import { defineRule, nameOf, type Report, type RulePage, type Subject } from '../rule.ts'
import type { NotificationChannel } from '../schema/channel.ts'
import {
  emailOrderExample,
  instantEmailExample,
  instantSmsExample,
  listedOrderExample,
  notificationExample,
  orderExample,
  ownTextExample,
} from './examples.ts'

type Sentence =
  | 'blank'
  | 'blankSms'
  | 'missing'
  | 'settingsOfOne'
  | 'settingsOfBoth'
  | 'settingsOfPreferred'
  | 'template'

const BOTH = ['emailSettings', 'smsSettings'] as const

/** The settings that each channel of an order needs. docs/altinn/notifications.md §7.1. */
const SETTINGS = new Map<string, { readonly names: readonly string[]; readonly sentence: Sentence }>([
  ['Email', { names: ['emailSettings'], sentence: 'settingsOfOne' }],
  ['Sms', { names: ['smsSettings'], sentence: 'settingsOfOne' }],
  ['EmailPreferred', { names: BOTH, sentence: 'settingsOfPreferred' }],
  ['SmsPreferred', { names: BOTH, sentence: 'settingsOfPreferred' }],
  ['EmailAndSms', { names: BOTH, sentence: 'settingsOfBoth' }],
])

const TEMPLATES: Readonly<Record<NotificationChannel, readonly string[]>> = {
  Email: ['emailTemplate'],
  Sms: ['smsTemplate'],
  EmailPreferred: ['emailTemplate', 'smsTemplate'],
  SmsPreferred: ['emailTemplate', 'smsTemplate'],
  EmailAndSms: ['emailTemplate', 'smsTemplate'],
}

/** The templates that the channel of an order to several recipients needs. docs/altinn/notifications.md §2.2. */
function* reportTemplates({ objects, kind }: Subject): Generator<Report<Sentence>> {
  if (kind.name !== 'orders') return
  for (const object of objects) {
    const channel = object.role === 'listed-order' ? channelOfOrder(object, kind.name) : undefined
    if (!channel) continue
    for (const name of TEMPLATES[channel])
      if (object.members[name] === undefined)
        yield { sentence: 'template', path: memberPath(object, name), data: { name, channel } }
  }
}

function* reportSettings({ objects }: Subject): Generator<Report<Sentence>> {
  for (const object of objects) {
    const { channelSchema } = object.members
    if (object.role !== 'recipient-party' || typeof channelSchema !== 'string') continue
    const { names = [], sentence = 'settingsOfOne' } = SETTINGS.get(channelSchema) ?? {}
    for (const name of names) {
      if (object.members[name] !== undefined) continue
      yield { sentence, path: memberPath(object, name), data: { name, channel: channelSchema } }
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
    en: 'A message without text says nothing, and a blank key cannot keep a retry from sending twice. Where either of two channels may be used, both need their texts. A reminder inherits nothing from the main notification.',
    nb: 'En melding uten ord sier ingenting, og en tom nøkkel kan ikke hindre at et nytt forsøk sender to ganger. Når en av to kanaler kan bli valgt, trenger begge sine tekster. Et revarsel overtar ingenting fra hovedvarselet.',
    nn: 'Ei melding utan ord seier ingenting, og ein tom nøkkel kan ikkje hindre at eit nytt forsøk sender to gonger. Når ein av to kanalar kan bli vald, treng begge tekstane sine. Eit revarsel tek ikkje over noko frå hovudvarselet.',
  },
  examples: () => ({
    good: [
      instantSmsExample({}),
      instantEmailExample({}),
      orderExample({}),
      listedOrderExample({ notificationChannel: 'Email', smsTemplate: null }),
      notificationExample({ notificationChannel: 'EmailAndSms', sendReminder: true }),
      ownTextExample({}),
      ownTextExample({ notificationChannel: 'Sms', emailSubject: '', emailBody: null }),
      { kind: 'notification', document: { notificationTemplate: null } },
    ],
    bad: [
      instantSmsExample({ request: { idempotencyId: '' } }),
      instantSmsExample({ settings: { body: ' \n' } }),
      instantEmailExample({ settings: { subject: '' } }),
      instantEmailExample({ settings: { body: '\u00a0' } }),
      orderExample({ recipient: { recipientOrganization: { orgNumber: '991825827', channelSchema: 'Sms' } } }),
      emailOrderExample({ subject: ' ' }),
      listedOrderExample({ smsTemplate: null }),
      ownTextExample({ emailBody: ' ' }),
      ownTextExample({ notificationChannel: 'EmailPreferred', smsBody: null }),
      ownTextExample({ sendReminder: true, reminderNotificationChannel: 'Sms' }),
    ],
  }),
}

const BLANK: Words = {
  en: '`{name}` is blank; write at least one character that is not a space.',
  nb: '`{name}` er tom. Skriv minst ett tegn som ikke er mellomrom.',
  nn: '`{name}` er tom. Skriv minst eitt teikn som ikkje er mellomrom.',
}

/** One sentence under three names: Altinn tells the cases apart. */
const SETTINGS_MISSING: Words = {
  en: '`{name}` is missing; the channel {channel} needs it.',
  nb: '`{name}` mangler, men kanalen {channel} trenger dem.',
  nn: '`{name}` manglar, men kanalen {channel} treng dei.',
}

export const requiredText = defineRule<Sentence>({
  code: 'required-text',
  severity: 'error',
  roles: ['idempotency-id', 'sms-body', 'email-subject', 'email-body'],
  looksAt: ['recipient-party', 'listed-order', 'notification'],
  sentences: {
    blank: BLANK,
    blankSms: BLANK,
    missing: {
      en: '`{name}` is missing or blank; the channel {channel} needs it.',
      nb: '`{name}` mangler eller er tom, men kanalen {channel} trenger den.',
      nn: '`{name}` manglar eller er tom, men kanalen {channel} treng han.',
    },
    settingsOfOne: SETTINGS_MISSING,
    settingsOfBoth: SETTINGS_MISSING,
    settingsOfPreferred: SETTINGS_MISSING,
    template: SETTINGS_MISSING,
  },
  checkValue(text, { kind }, tell) {
    // In an instant message and in an order each text that there is must say something.
    if (kind.purpose === 'correspondence' || !isWordless(text.value)) return
    const { path } = text
    tell({ sentence: text.role === 'sms-body' ? 'blankSms' : 'blank', path, data: { name: nameOf(path) } })
  },
  *check(subject) {
    if (subject.kind.purpose === 'correspondence') yield* reportNotifications(subject)
    else {
      yield* reportSettings(subject)
      yield* reportTemplates(subject)
    }
  },
})
