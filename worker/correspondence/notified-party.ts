import {
  type CorrespondenceRequest,
  guessNorwegianMobile,
  type MessageRecipient,
  parseEmailAddress,
  parseOrganizationNumber,
  parsePhoneNumber,
} from '@straks/shared'
import type { Recipient } from '../domain/order.ts'

/** Someone who is told of a message: its recipient, or a custom one. */
export type NotifiedParty = {
  /** What makes two of them the same, in whatever spelling. `spec/correspondence.md` 4.11. */
  readonly key: string
  readonly isMain: boolean
  readonly recipient: Recipient
}

type Notification = NonNullable<CorrespondenceRequest['correspondence']['notification']>
type CustomRecipient = NonNullable<Notification['customRecipients']>[number]

/** What an order needs to know of a party beside its number. */
export type PartySettings = { readonly resourceId: string; readonly ignoreReservation: boolean }

/** The custom recipients that count: of the first member that holds any. `spec/correspondence.md` 2.2. */
export function customRecipientsOf(notification: Notification): readonly CustomRecipient[] {
  const { customRecipients, customRecipient, customNotificationRecipients: overriding } = notification
  if (customRecipients && customRecipients.length > 0) return customRecipients
  if (customRecipient) return [customRecipient]
  return overriding?.[0]?.recipients ?? []
}

const person = (nationalIdentityNumber: string, { ignoreReservation }: PartySettings): Recipient => ({
  kind: 'person',
  nationalIdentityNumber,
  ignoreReservation,
  useStaleContactInformation: false,
})

const organization = (organizationNumber: string, { resourceId }: PartySettings): Recipient => ({
  kind: 'organization',
  organizationNumber,
  resourceId,
  resourceAction: undefined,
})

const IDPORTEN_EMAIL = /^urn:altinn:person:idporten-email:(.+)$/

/** The recipient of a message as one of its notification. A user known by an e-mail address is told at that address. */
export function messageParty(recipient: MessageRecipient, settings: PartySettings): Recipient {
  if (recipient.kind === 'organization') return organization(recipient.number, settings)
  if (recipient.kind === 'person') return person(recipient.number, settings)
  const emailAddress = IDPORTEN_EMAIL.exec(recipient.urn)?.[1]
  return emailAddress === undefined ? { kind: 'username', urn: recipient.urn } : { kind: 'email', emailAddress }
}

/** A number as E.164. Norwegian mobiles may leave out their country. Seed 004. */
function readMobile(written: string): string | undefined {
  const parsed = parsePhoneNumber(written)
  return parsed.ok ? parsed.value : guessNorwegianMobile(written)
}

/** Reads a custom recipient, whose one identifier the judge has found to be good. */
function customParty(custom: CustomRecipient, settings: PartySettings): Recipient {
  const { organizationNumber, nationalIdentityNumber, emailAddress, mobileNumber } = custom
  if (nationalIdentityNumber !== undefined) return person(nationalIdentityNumber, settings)
  const number = organizationNumber === undefined ? undefined : parseOrganizationNumber(organizationNumber)
  if (number?.ok) return organization(number.value.digits, settings)
  const address = emailAddress === undefined ? undefined : parseEmailAddress(emailAddress)
  if (address?.ok) return { kind: 'email', emailAddress: address.value }
  const phoneNumber = mobileNumber === undefined ? undefined : readMobile(mobileNumber)
  if (phoneNumber !== undefined) return { kind: 'sms', phoneNumber }
  throw new Error('The judge accepted a custom recipient that cannot be read')
}

/** What makes two recipients the same. `spec/correspondence.md` 4.11. */
export function keyOf(recipient: Recipient): string {
  switch (recipient.kind) {
    case 'organization':
      return `org:${recipient.organizationNumber}`
    case 'person':
      return `nin:${recipient.nationalIdentityNumber}`
    case 'email':
      return `email:${recipient.emailAddress.toLowerCase()}`
    case 'sms':
      return `sms:${recipient.phoneNumber}`
    case 'username':
      return `ext:${recipient.urn}`
  }
}

/**
 * Everyone who is told of a message, each once: its recipient, unless overridden, then the custom ones. Seed 004,
 * "Valgfri mottakere for varsling".
 */
export function notifiedParties(
  notification: Notification,
  recipient: MessageRecipient,
  settings: PartySettings,
): readonly NotifiedParty[] {
  const parties = new Map<string, NotifiedParty>()
  const add = (party: Recipient, isMain: boolean) => {
    const key = keyOf(party)
    if (!parties.has(key)) parties.set(key, { key, isMain, recipient: party })
  }
  if (notification.overrideRegisteredContactInformation !== true) add(messageParty(recipient, settings), true)
  for (const custom of customRecipientsOf(notification)) add(customParty(custom, settings), false)
  return [...parties.values()]
}
