import type { NamedRecipient } from '../../../worker/domain/erasure.ts'
import type { Secrets } from '../model/facts.ts'
import type { Random } from '../platform/random.ts'

/** Organisations and persons that the register knows. */
export const PARTIES = [
  { kind: 'organization', number: '991825827', emails: ['post@one.example.com'], mobiles: ['+4791000001'] },
  {
    kind: 'organization',
    number: '313756270',
    emails: ['a@two.example.com', 'b@two.example.com'],
    mobiles: ['+4793000001'],
  },
  { kind: 'person', number: '08900499559', emails: ['kari@example.com'], mobiles: ['+4792000001'] },
] as const

const SETTINGS = (secret: string) => ({
  emailSettings: { subject: 'Varsel', body: `Sak ${secret}` },
  smsSettings: { body: `Sak ${secret}`, sender: 'Straks' },
})

const digits = (random: Random) => String(random.below(1_000_000)).padStart(6, '0')

/** A document of the API, whose texts carry a secret. */
export type Document = Readonly<Record<string, unknown>>

export const instantSms = (random: Random, key: string, secret: Secrets): Document => ({
  idempotencyId: key,
  recipientSms: {
    phoneNumber: `+4791${digits(random)}`,
    timeToLiveInSeconds: random.pick([1, 3, 8, 20, 120, 3_600]),
    smsSettings: { sender: 'Straks', body: `Kode ${secret(0)}` },
  },
})

export const instantEmail = (random: Random, key: string, secret: Secrets): Document => ({
  idempotencyId: key,
  recipientEmail: {
    emailAddress: `ola.${digits(random)}@example.com`,
    emailSettings: { subject: 'Kode', body: `Kode ${secret(0)}` },
  },
})

/** The address that a document names, where that is nobody's of the register; a person has one of their own. */
export function addressIn(document: Document): NamedRecipient | undefined {
  const { recipientSms, recipientEmail, recipient } = document as Readonly<Record<string, Document | undefined>>
  const phone = recipientSms?.phoneNumber
  if (typeof phone === 'string') return { value: phone, kind: 'phone' }
  const email = recipientEmail?.emailAddress
  if (typeof email === 'string') return { value: email, kind: 'email' }
  return recipient && addressIn(recipient)
}

function recipient(random: Random, secret: string): Document {
  const { emailSettings, smsSettings } = SETTINGS(secret)
  const channelSchema = random.pick(['Email', 'EmailAndSms', 'EmailPreferred', 'SmsPreferred'])
  const policy = { sendingTimePolicy: random.pick(['Anytime', 'Daytime']) }
  const settings = { channelSchema, emailSettings, smsSettings: { ...smsSettings, ...policy } }
  switch (random.below(4)) {
    case 0:
      return { recipientEmail: { emailAddress: `eva.${digits(random)}@example.com`, emailSettings } }
    case 1:
      return { recipientSms: { phoneNumber: `+4792${digits(random)}`, smsSettings: { ...smsSettings, ...policy } } }
    case 2:
      return { recipientPerson: { nationalIdentityNumber: '08900499559', ...settings } }
    default:
      return { recipientOrganization: { orgNumber: random.pick(['991825827', '313756270']), ...settings } }
  }
}

const condition = (random: Random) =>
  random.chance(0.4) ? { conditionEndpoint: `https://conditions.example.com/${random.pick(['yes', 'yes', 'no'])}` } : {}

/** An order for a moment within a day, with up to two reminders. */
export const order = (random: Random, key: string, secret: Secrets, nowMs: number): Document => ({
  idempotencyId: key,
  ...condition(random),
  requestedSendTime: new Date(
    nowMs + Math.floor(random.between(1_000, random.chance(0.5) ? 60_000 : 86_400_000)),
  ).toISOString(),
  recipient: recipient(random, secret(0)),
  reminders: Array.from({ length: random.below(3) }, (_, index) => ({
    ...condition(random),
    delayDays: index + 1,
    recipient: recipient(random, secret(index + 1)),
  })),
})

/** A message to an organisation that tells of itself, mostly with a reminder. */
export const correspondence = (random: Random, key: string, secret: Secrets, nowMs: number): Document => ({
  idempotentKey: key,
  correspondence: {
    resourceId: 'example',
    sendersReference: key,
    ...(random.chance(0.4) && {
      requestedPublishTime: new Date(nowMs + Math.floor(random.between(1_000, 3_600_000))).toISOString(),
    }),
    content: { language: 'nb', messageTitle: 'Vedtak', messageBody: 'Her er vedtaket.' },
    notification: {
      notificationTemplate: 'CustomMessage',
      notificationChannel: random.pick(['Email', 'SmsPreferred', 'SmsPreferred']),
      emailSubject: 'Nytt brev',
      emailBody: `Nytt brev ${secret(0)}`,
      smsBody: `Nytt brev ${secret(0)}`,
      sendReminder: random.chance(0.8),
      reminderEmailSubject: 'Brev',
      reminderEmailBody: `Fortsatt ulest ${secret(1)}`,
      reminderSmsBody: `Fortsatt ulest ${secret(1)}`,
    },
  },
  recipients: [`0192:${random.pick(['991825827', '313756270'])}`],
})
