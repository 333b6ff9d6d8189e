import { memberPath } from '../reading/document.ts'
import { isWordless, phasesOf, textsOfChannel } from '../reading/needed-texts.ts'
import { type NotificationView, type Phase, TEXT_MEMBERS, type TextMember } from '../reading/notification.ts'
import type { ReadObject } from '../reading/read-object.ts'
import { defineRule, type OfferedRepair, type Report, type RulePage, type Subject, suggested } from '../rule.ts'
import type { Medium } from '../schema/channel.ts'
import { mediaTold } from '../templates/planned-messages.ts'
import { listedOrderExample, notificationExample, orderExample, ownTextExample } from './examples.ts'

type Sentence = 'text' | 'settings' | 'widen' | 'remove'

/** The channel that sends the other medium too, where the first does not reach anyone. */
const WIDER = { Email: 'EmailPreferred', Sms: 'SmsPreferred' } as const

const MEDIUM_OF: Readonly<Record<'subject' | 'body' | 'sms', Medium>> = { subject: 'email', body: 'email', sms: 'sms' }

/** The member that settles the channel of a phase, where the document says it at all. */
function channelMember({ object }: NotificationView, phase: Phase): string | undefined {
  const { reminderNotificationChannel, notificationChannel } = object.members
  if (phase === 'reminder' && reminderNotificationChannel !== undefined) return 'reminderNotificationChannel'
  return phase === 'main' && notificationChannel !== undefined ? 'notificationChannel' : undefined
}

/** Sends the text too, where the wider channel has all the texts that it needs. */
function widen(view: NotificationView, phase: Phase): OfferedRepair<Sentence>[] {
  const member = channelMember(view, phase)
  const channel = view.channels[phase]
  if (!member || (channel !== 'Email' && channel !== 'Sms')) return []
  const value = WIDER[channel]
  const lacks = textsOfChannel(phase, value).some((name) => isWordless(view.object.members[name]))
  if (view.ownText === true && lacks) return []
  return [suggested('widen', [{ kind: 'set', path: memberPath(view.object, member), value }], { channel: value })]
}

function* ofNotification(view: NotificationView): Generator<Report<Sentence>> {
  const { object } = view
  if (object.members.notificationChannel === undefined || view.ownText === undefined) return
  for (const phase of phasesOf(view)) {
    const channel = view.channels[phase]
    if (!channel) continue
    const told = mediaTold(view, phase)
    for (const kind of ['subject', 'body', 'sms'] as const) {
      const name: TextMember = TEXT_MEMBERS[phase][kind]
      if (told.has(MEDIUM_OF[kind]) || isWordless(object.members[name])) continue
      const path = memberPath(object, name)
      const remove = suggested<Sentence>('remove', [{ kind: 'remove', path }], { name })
      yield { sentence: 'text', path, data: { name, channel }, repairs: [...widen(view, phase), remove] }
    }
  }
}

/** What each order calls its channel and its texts. */
const PARTS = {
  'recipient-party': { channel: 'channelSchema', email: 'emailSettings', sms: 'smsSettings' },
  'listed-order': { channel: 'notificationChannel', email: 'emailTemplate', sms: 'smsTemplate' },
} as const

/** The settings of a medium that an order's channel never takes. */
function* ofParty(party: ReadObject): Generator<Report<Sentence>> {
  const { channel: member, email, sms } = PARTS[party.role === 'listed-order' ? 'listed-order' : 'recipient-party']
  const channel = party.members[member]
  if (channel !== 'Email' && channel !== 'Sms') return
  const [needed, name] = channel === 'Email' ? [email, sms] : [sms, email]
  if (party.members[name] === undefined) return
  const path = memberPath(party, name)
  const value = WIDER[channel]
  const widened = suggested<Sentence>('widen', [{ kind: 'set', path: memberPath(party, member), value }], {
    channel: value,
  })
  const remove = suggested<Sentence>('remove', [{ kind: 'remove', path }], { name })
  const repairs = party.members[needed] === undefined ? [remove] : [widened, remove]
  yield { sentence: 'settings', path, about: 'name', data: { name, channel }, repairs }
}

/** What the rule's page says and shows. */
export const unusedTextPage: RulePage = {
  summary: {
    en: 'Write only texts that the channel sends, or take a channel that sends them.',
    nb: 'Skriv bare tekster som kanalen sender, eller velg en kanal som sender dem.',
    nn: 'Skriv berre tekstar som kanalen sender, eller vel ein kanal som sender dei.',
  },
  why: {
    en: 'A text for a channel other than the chosen one is never sent: with `Email` there is no SMS, not even to those who have no e-mail address. The API accepts the text silently, so the sender believes that it is sent.',
    nb: 'En tekst for en annen kanal enn den valgte blir aldri sendt: med `Email` går det ingen SMS, heller ikke til dem som ikke har e-postadresse. API-et godtar den uten å si fra, så avsenderen tror at begge deler sendes.',
    nn: 'Ein tekst for ein annan kanal enn den valde blir aldri send: med `Email` går det ingen SMS, heller ikkje til dei som ikkje har e-postadresse. API-et godtek han utan å seie frå, så avsendaren trur at begge delar blir sende.',
  },
  examples: () => ({
    good: [
      ownTextExample({}),
      ownTextExample({ notificationChannel: 'Email', smsBody: '' }),
      ownTextExample({ notificationChannel: 'Email', customRecipients: [{ mobileNumber: '+4799999999' }] }),
      orderExample({}),
    ],
    bad: [
      ownTextExample({ notificationChannel: 'Email' }),
      ownTextExample({ notificationChannel: 'Sms', emailBody: null }),
      notificationExample({ notificationChannel: 'Sms', emailSubject: 'New letter' }),
      ownTextExample({
        sendReminder: true,
        reminderNotificationChannel: 'Sms',
        reminderSmsBody: 'You still have a new letter.',
        reminderEmailSubject: 'Reminder',
      }),
      orderExample({ organization: { channelSchema: 'Email' } }),
      listedOrderExample({ notificationChannel: 'Sms' }),
    ],
  }),
}

export const unusedText = defineRule<Sentence>({
  code: 'unused-text',
  severity: 'warning',
  purposes: ['order', 'correspondence'],
  looksAt: ['notification', 'recipient-party', 'listed-order'],
  sentences: {
    text: {
      en: '`{name}` is never sent: the channel is `{channel}`.',
      nb: '`{name}` blir aldri sendt: kanalen er `{channel}`.',
      nn: '`{name}` blir aldri sendt: kanalen er `{channel}`.',
    },
    settings: {
      en: '`{name}` is never used: the channel is `{channel}`.',
      nb: '`{name}` blir aldri brukt: kanalen er `{channel}`.',
      nn: '`{name}` blir aldri brukt: kanalen er `{channel}`.',
    },
    widen: { en: 'Use the channel `{channel}`', nb: 'Bruk kanalen `{channel}`', nn: 'Bruk kanalen `{channel}`' },
    remove: { en: 'Remove `{name}`', nb: 'Fjern `{name}`', nn: 'Fjern `{name}`' },
  },
  *check({ notifications, objects }: Subject) {
    for (const view of notifications) yield* ofNotification(view)
    for (const object of objects)
      if (object.role === 'recipient-party' || object.role === 'listed-order') yield* ofParty(object)
  },
})
