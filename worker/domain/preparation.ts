import {
  guessNorwegianMobile,
  limits,
  MEDIA_OF,
  type NotificationChannel,
  parseEmailAddress,
  parsePhoneNumber,
  usesAllMedia,
} from '@straks/shared'
import { type KeywordValues, measureSms } from '@straks/shared/text'
import type { Policy } from './delivery.ts'
import { fillTexts, mayHaveKeywords } from './fill-texts.ts'
import type { Recipient, ShipmentPlan, SingleRecipient } from './order.ts'
import { addressKey } from './recipient-key.ts'
import { recipientsOf } from './recipient-list.ts'
import type { Channel, FinalStatus } from './status.ts'

/** What is known of a recipient when its shipment falls due. */
export type Contact = {
  /** As its register has it; a known address has no name. */
  readonly name: string | undefined
  readonly emails: readonly string[]
  readonly mobiles: readonly string[]
  readonly reserved: boolean
}

/** Why the service does not write to an address: its country is not allowed, or mail to it came back. */
export type BarReason = 'destination-not-allowed' | 'suppressed'

/** A delivery to make: where, and when; or why it cannot be. What it says is filled in when it is attempted. */
export type NewDelivery = {
  /** Which of several recipients it goes to, from 0; `undefined` where there is one. */
  readonly recipient?: number | undefined
  readonly channel: Channel
} & (
  | {
      readonly kind: 'send'
      readonly destination: string
      /** What its keywords become. */
      readonly values: KeywordValues
      readonly policy: Policy
    }
  | {
      readonly kind: 'failed'
      readonly status: FinalStatus
      /** Why an address that there is may not be written to. */
      readonly reason?: BarReason
    }
)

const RESERVED = { email: 'Email_Failed_RecipientReserved', sms: 'SMS_Failed_RecipientReserved' } as const
/** The final status of a message that the service does not send, by the reason. */
const BARRED: Readonly<Record<BarReason, FinalStatus>> = {
  'destination-not-allowed': 'SMS_Failed_Rejected',
  suppressed: 'Email_Failed_SuppressedRecipient',
}

const NOT_IDENTIFIED = {
  email: 'Email_Failed_RecipientNotIdentified',
  sms: 'SMS_Failed_RecipientNotIdentified',
} as const

const listOf = (address: string | undefined): readonly string[] => (address === undefined ? [] : [address])

const known = (email: string | undefined, mobile?: string): Contact => ({
  name: undefined,
  emails: listOf(email),
  mobiles: listOf(mobile),
  reserved: false,
})

/** A known address as a contact; `undefined` for a party, whom a register knows. */
export function directContact(recipient: SingleRecipient): Contact | undefined {
  switch (recipient.kind) {
    case 'email':
      return known(recipient.emailAddress)
    case 'sms':
      return known(undefined, recipient.phoneNumber)
    case 'addresses':
      return known(recipient.emailAddress, recipient.phoneNumber)
    case 'username':
      return known(undefined)
    default:
      return undefined
  }
}

/**
 * A register's number as E.164. Registers write Norwegian mobiles without their country.
 * docs/altinn/notifications.md §3.5.
 */
function readMobile(written: string): string | undefined {
  const parsed = parsePhoneNumber(written)
  return parsed.ok ? parsed.value : guessNorwegianMobile(written)
}

function readEmail(written: string): string | undefined {
  const parsed = parseEmailAddress(written)
  return parsed.ok ? parsed.value : undefined
}

/** Tells why an address may not be written to; `undefined` where it may. */
export type Bar = (channel: Channel, address: string) => BarReason | undefined

const openToAll: Bar = () => undefined

/** Reasons that can arise after an order was accepted; its countries were judged then. */
const whileWaiting = (reason: BarReason | undefined) => (reason === 'suppressed' ? reason : undefined)

/** The addresses of a contact that can be sent to, each once. */
function addressesOf({ emails, mobiles }: Contact, channel: Channel): readonly string[] {
  const read = channel === 'email' ? emails.map(readEmail) : mobiles.map(readMobile)
  const byKey = new Map(
    read.flatMap((address) => (address === undefined ? [] : [[addressKey(channel, address), address]])),
  )
  return [...byKey.values()]
}

/** The addresses that mail to a contact goes to. */
export const emailsOf = (contact: Contact): readonly string[] => addressesOf(contact, 'email')

/** A channel, and the addresses that a recipient has in it. */
type Reach = { readonly channel: Channel; readonly addresses: readonly string[] }

/** The channels of a scheme through which a contact can be reached; none where it cannot. docs/altinn/notifications.md §7.3. */
const reachOf = (contact: Contact, scheme: NotificationChannel): readonly Reach[] =>
  MEDIA_OF[scheme]
    .map((channel) => ({ channel, addresses: addressesOf(contact, channel) }))
    .filter(({ addresses }) => addresses.length > 0)

/** Whether a contact can be reached through any of the channels of a scheme. */
export const isReachable = (contact: Contact, scheme: NotificationChannel): boolean =>
  reachOf(contact, scheme).length > 0

/**
 * The channels that are used: of a preferred scheme the first that has an address, one that may be written to before one
 * that may not. docs/altinn/notifications.md §7.7.
 */
function channelsUsed(reachable: readonly Reach[], scheme: NotificationChannel, barred: Bar): readonly Reach[] {
  if (usesAllMedia(scheme)) return reachable
  const isOpen = ({ channel, addresses }: Reach) => addresses.some((address) => !barred(channel, address))
  return [...reachable.filter(isOpen), ...reachable].slice(0, 1)
}

/** The channels that a message that cannot be sent would have taken. */
export const channelsMissed = (scheme: NotificationChannel): readonly Channel[] =>
  usesAllMedia(scheme) ? MEDIA_OF[scheme] : MEDIA_OF[scheme].slice(0, 1)

/** The addresses that a contact is written to through a scheme, each by its key. */
export function keysTold(contact: Contact, scheme: NotificationChannel, barred: Bar): ReadonlySet<string> {
  const keys = channelsUsed(reachOf(contact, scheme), scheme, barred).flatMap(({ channel, addresses }) =>
    addresses.flatMap((address) => (barred(channel, address) ? [] : addressKey(channel, address))),
  )
  return new Set(keys)
}

/** What the keywords of a recipient become. A person's number is never told. docs/altinn/notifications.md §7.8. */
const keywordsOf = (recipient: SingleRecipient, { name }: Contact): KeywordValues => ({
  recipientName: name ?? '',
  recipientNumber: recipient.kind === 'organization' ? recipient.organizationNumber : '',
})

/** The deliveries to one recipient. One who cannot be reached, or may not be written to, is a delivery too: a failed one. */
function deliveriesTo(
  plan: ShipmentPlan,
  recipient: SingleRecipient,
  index: number | undefined,
  { contact, barred }: { readonly contact: Contact; readonly barred: Bar },
): readonly NewDelivery[] {
  const { channel: scheme, texts, smsPolicy, emailPolicy = 'Anytime' } = plan
  const policies = { sms: smsPolicy, email: emailPolicy }
  const failed = (channel: Channel, status: FinalStatus): NewDelivery => ({
    kind: 'failed',
    recipient: index,
    channel,
    status,
  })
  const ignoresReservation = recipient.kind === 'person' && recipient.ignoreReservation
  if (contact.reserved && !ignoresReservation)
    return channelsMissed(scheme).map((channel) => failed(channel, RESERVED[channel]))
  const reachable = reachOf(contact, scheme)
  if (reachable.length === 0) return channelsMissed(scheme).map((channel) => failed(channel, NOT_IDENTIFIED[channel]))
  const values = mayHaveKeywords(texts) ? { ...keywordsOf(recipient, contact), ...plan.keywords } : {}
  return channelsUsed(reachable, scheme, barred).flatMap(({ channel, addresses }) => {
    const content = fillTexts(texts, channel, values)
    if (!content) throw new Error(`A shipment by ${scheme} has no text for ${channel}`)
    const policy: Policy = policies[channel] === 'Daytime' ? 'daytime' : 'anytime'
    // A long name can make an SMS longer than any operator carries; cut, it would say something else.
    if (content.channel === 'sms' && measureSms(content.body).operatorParts > limits.SMS_MAX_PARTS)
      return [failed(channel, 'SMS_Failed')]
    return addresses.map((destination): NewDelivery => {
      const reason = barred(channel, destination)
      if (reason) return { kind: 'failed', recipient: index, channel, status: BARRED[reason], reason }
      return { kind: 'send', recipient: index, channel, destination, values, policy }
    })
  })
}

/**
 * The deliveries of a shipment that has fallen due: to each address of its recipients, in each channel that its scheme
 * uses.
 *
 * @param contacts what is known of its recipients, by their places among them; the others are left out
 * @param barred what bars addresses; the country of one that the order names was judged when the order came
 */
export function deliveriesOf(
  plan: ShipmentPlan,
  contacts: ReadonlyMap<number, Contact>,
  barred: Bar = openToAll,
): readonly NewDelivery[] {
  const { recipient } = plan
  return recipientsOf(recipient).flatMap((one, index) => {
    const contact = contacts.get(index)
    const bar: Bar = directContact(one) ? (...where) => whileWaiting(barred(...where)) : barred
    return contact ? deliveriesTo(plan, one, placeInList(recipient, index), { contact, barred: bar }) : []
  })
}

/** A recipient's place as clients see it; `undefined` where there is one recipient. */
export const placeInList = ({ kind }: Recipient, index: number): number | undefined =>
  kind === 'list' ? index : undefined
