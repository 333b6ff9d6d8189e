import {
  type CorrespondenceRequest,
  guessNorwegianMobile,
  idportenEmail,
  type MessageRecipient,
  parseEmailAddress,
  parseOrganizationNumber,
  parsePersonIdentifier,
  parsePhoneNumber,
} from '@straks/shared'
import type { OrderedRecipient } from '../domain/order.ts'
import { recipientKey } from '../domain/recipient-key.ts'

/** Someone who is told of a message: its recipient, or a custom one. */
export type NotifiedParty = {
  /** What makes two of them the same, in whatever spelling. docs/altinn/correspondence.md §4.11. */
  readonly key: string
  readonly isMain: boolean
  readonly recipient: OrderedRecipient
}

type Notification = NonNullable<CorrespondenceRequest['correspondence']['notification']>
type CustomRecipient = NonNullable<Notification['customRecipients']>[number]

/** What an order needs to know of a party beside its number. */
type PartySettings = { readonly resourceId: string; readonly ignoreReservation: boolean }

/** The custom recipients that count: of the first member that lists any. docs/altinn/correspondence.md §2.2. */
function customRecipientsOf(notification: Notification): readonly CustomRecipient[] {
  const { customRecipients, customRecipient, customNotificationRecipients: overriding } = notification
  if (customRecipients && customRecipients.length > 0) return customRecipients
  if (customRecipient) return [customRecipient]
  return overriding?.[0]?.recipients ?? []
}

const person = (nationalIdentityNumber: string, { ignoreReservation }: PartySettings): OrderedRecipient => ({
  kind: 'person',
  nationalIdentityNumber,
  ignoreReservation,
  useStaleContactInformation: false,
})

const organization = (organizationNumber: string, { resourceId }: PartySettings): OrderedRecipient => ({
  kind: 'organization',
  organizationNumber,
  resourceId,
  resourceAction: undefined,
})

/** The recipient of a message as one of its notification. A user known by an e-mail address is told at that address. */
function messageParty(recipient: MessageRecipient, settings: PartySettings): OrderedRecipient {
  if (recipient.kind === 'organization') return organization(recipient.number, settings)
  if (recipient.kind === 'person') return person(recipient.number, settings)
  const address = idportenEmail(recipient.urn)
  return address?.ok ? { kind: 'email', emailAddress: address.value } : { kind: 'username', urn: recipient.urn }
}

/** A number as E.164. Norwegian mobiles may leave out their country. docs/altinn/correspondence.md §2.6. */
function readMobile(written: string): string | undefined {
  const parsed = parsePhoneNumber(written)
  return parsed.ok ? parsed.value : guessNorwegianMobile(written)
}

/** Reads a custom recipient, whose one identifier the judge has found to be good. */
function customParty(custom: CustomRecipient, settings: PartySettings): OrderedRecipient {
  const { organizationNumber, nationalIdentityNumber, emailAddress, mobileNumber } = custom
  const identifier = nationalIdentityNumber === undefined ? undefined : parsePersonIdentifier(nationalIdentityNumber)
  if (identifier?.ok) return person(identifier.value, settings)
  const number = organizationNumber === undefined ? undefined : parseOrganizationNumber(organizationNumber)
  if (number?.ok) return organization(number.value.digits, settings)
  const address = emailAddress === undefined ? undefined : parseEmailAddress(emailAddress)
  if (address?.ok) return { kind: 'email', emailAddress: address.value }
  const phoneNumber = mobileNumber === undefined ? undefined : readMobile(mobileNumber)
  if (phoneNumber !== undefined) return { kind: 'sms', phoneNumber }
  throw new Error('The judge accepted a custom recipient that cannot be read')
}

/**
 * Everyone who is told of a message, each once: its recipient, unless overridden, then the custom ones.
 * docs/altinn/correspondence.md §2.2.
 */
export function notifiedParties(
  notification: Notification,
  recipient: MessageRecipient,
  settings: PartySettings,
): readonly NotifiedParty[] {
  const own = notification.overrideRegisteredContactInformation === true ? [] : [messageParty(recipient, settings)]
  const custom = customRecipientsOf(notification).map((one) => customParty(one, settings))
  const parties = new Map<string, NotifiedParty>()
  for (const [index, party] of [...own, ...custom].entries()) {
    const key = recipientKey(party)
    if (!parties.has(key)) parties.set(key, { key, isMain: index < own.length, recipient: party })
  }
  return [...parties.values()]
}
