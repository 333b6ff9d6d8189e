import {
  guessNorwegianMobile,
  limits,
  type NotificationChannel,
  parseEmailAddress,
  parsePhoneNumber,
} from '@straks/shared'
import { expandKeywords, expandKeywordsInHtml, type KeywordValues, measureSms, toOneLine } from '@straks/shared/text'
import type { Policy } from './delivery.ts'
import type { Content, EmailContent, SmsContent } from './message.ts'
import type { Recipient, ShipmentPlan, Texts } from './order.ts'
import type { Channel, FinalStatus } from './status.ts'

/** What is known of a recipient when its shipment falls due. */
export type Contact = {
  /** As its register holds it; a known address has no name. */
  readonly name: string | undefined
  readonly emails: readonly string[]
  readonly mobiles: readonly string[]
  readonly reserved: boolean
}

/** A delivery to make: where, what, and when; or why it cannot be. */
export type NewDelivery =
  | {
      readonly kind: 'send'
      readonly channel: Channel
      readonly destination: string
      readonly content: Content
      readonly policy: Policy
    }
  | { readonly kind: 'failed'; readonly channel: Channel; readonly status: FinalStatus }

/** The channels of a scheme, the preferred one first. */
const CHANNELS: Readonly<Record<NotificationChannel, readonly Channel[]>> = {
  Email: ['email'],
  Sms: ['sms'],
  EmailPreferred: ['email', 'sms'],
  SmsPreferred: ['sms', 'email'],
  EmailAndSms: ['email', 'sms'],
}

const RESERVED = { email: 'Email_Failed_RecipientReserved', sms: 'SMS_Failed_RecipientReserved' } as const
const NOT_IDENTIFIED = {
  email: 'Email_Failed_RecipientNotIdentified',
  sms: 'SMS_Failed_RecipientNotIdentified',
} as const

/** A known address as a contact; `undefined` for a party, whom a register knows. */
export function directContact(recipient: Recipient): Contact | undefined {
  if (recipient.kind === 'email')
    return { name: undefined, emails: [recipient.emailAddress], mobiles: [], reserved: false }
  if (recipient.kind === 'sms')
    return { name: undefined, emails: [], mobiles: [recipient.phoneNumber], reserved: false }
  return recipient.kind === 'username' ? { name: undefined, emails: [], mobiles: [], reserved: false } : undefined
}

/** A register's number as E.164. Registers write Norwegian mobiles without their country. `spec/notifications.md` 3.5. */
function readMobile(written: string): string | undefined {
  const parsed = parsePhoneNumber(written)
  return parsed.ok ? parsed.value : guessNorwegianMobile(written)
}

function readEmail(written: string): string | undefined {
  const parsed = parseEmailAddress(written)
  return parsed.ok ? parsed.value : undefined
}

/** The addresses of a contact that can be sent to, each once. */
function addressesOf({ emails, mobiles }: Contact, channel: Channel): readonly string[] {
  const read = channel === 'email' ? emails.map(readEmail) : mobiles.map(readMobile)
  const byKey = new Map(read.flatMap((address) => (address === undefined ? [] : [[address.toLowerCase(), address]])))
  return [...byKey.values()]
}

/** Whether a contact can be reached through any of the channels of a scheme. `spec/notifications.md` 7.3. */
export const isReachable = (contact: Contact, scheme: NotificationChannel): boolean =>
  CHANNELS[scheme].some((channel) => addressesOf(contact, channel).length > 0)

/** The channels that are used: of a preferred scheme the first that has an address. `spec/notifications.md` 7.7. */
function channelsUsed(contact: Contact, scheme: NotificationChannel): readonly Channel[] {
  const reachable = CHANNELS[scheme].filter((channel) => addressesOf(contact, channel).length > 0)
  return scheme === 'EmailAndSms' ? reachable : reachable.slice(0, 1)
}

/** The channels that a message that cannot be sent would have taken. */
const channelsMissed = (scheme: NotificationChannel): readonly Channel[] =>
  scheme === 'EmailAndSms' ? CHANNELS[scheme] : CHANNELS[scheme].slice(0, 1)

/** What the keywords of a recipient become. A person's number is never told. `spec/notifications.md` 7.8. */
const keywordsOf = (recipient: Recipient, { name }: Contact): KeywordValues => ({
  recipientName: name ?? '',
  recipientNumber: recipient.kind === 'organization' ? recipient.organizationNumber : '',
})

const fillSms = ({ body, ...rest }: SmsContent, values: KeywordValues): SmsContent => ({
  ...rest,
  body: expandKeywords(body, values),
})

function fillEmail({ subject, body, ...rest }: EmailContent, values: KeywordValues): EmailContent {
  const fill = rest.contentType === 'Html' ? expandKeywordsInHtml : expandKeywords
  return { ...rest, subject: toOneLine(expandKeywords(subject, values)), body: fill(body, values) }
}

function contentFor(channel: Channel, texts: Texts, values: KeywordValues): Content | undefined {
  if (channel === 'email') return texts.email && fillEmail(texts.email, values)
  return texts.sms && fillSms(texts.sms, values)
}

/**
 * The deliveries of a shipment that has fallen due: to each address of its recipient, in each channel that its scheme
 * uses, every keyword filled in. Whoever cannot be reached is a delivery too, one that has failed.
 */
export function deliveriesOf(plan: ShipmentPlan, contact: Contact): readonly NewDelivery[] {
  const { recipient, channel: scheme, texts, smsPolicy } = plan
  const ignoresReservation = recipient.kind === 'person' && recipient.ignoreReservation
  if (contact.reserved && !ignoresReservation)
    return channelsMissed(scheme).map((channel) => ({ kind: 'failed', channel, status: RESERVED[channel] }))
  if (!isReachable(contact, scheme))
    return channelsMissed(scheme).map((channel) => ({ kind: 'failed', channel, status: NOT_IDENTIFIED[channel] }))
  const values = { ...keywordsOf(recipient, contact), ...plan.keywords }
  return channelsUsed(contact, scheme).flatMap((channel) => {
    const content = contentFor(channel, texts, values)
    if (!content) throw new Error(`A shipment by ${scheme} has no text for ${channel}`)
    const policy: Policy = channel === 'sms' && smsPolicy === 'Daytime' ? 'daytime' : 'anytime'
    // A long name can make an SMS longer than any operator carries; cut, it would say something else.
    if (content.channel === 'sms' && measureSms(content.body).operatorParts > limits.SMS_MAX_PARTS)
      return [{ kind: 'failed', channel, status: 'SMS_Failed' }]
    return addressesOf(contact, channel).map(
      (destination): NewDelivery => ({ kind: 'send', channel, destination, content, policy }),
    )
  })
}
