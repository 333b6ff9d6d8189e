import { emailAddressKey } from '@straks/shared'
import type { OrderedRecipient, SingleRecipient } from './order.ts'
import type { Channel } from './status.ts'

/** What makes two addresses the same. */
export const addressKey = (channel: Channel, address: string): string => `${channel}:${emailAddressKey(address)}`

const ASCII = /^[\x20-\x7e]*$/

/**
 * A text that every spelling of an address has in it as SQL writes it small, which it does to letters of ASCII alone: a
 * sieve for rows that may name it.
 */
export function sieveOfAddress(key: string): string {
  const local = key.slice(0, key.lastIndexOf('@'))
  return ASCII.test(local) ? `${local}@` : '@'
}

/** What makes two recipients the same. docs/altinn/correspondence.md §4.11. */
export function recipientKey(recipient: OrderedRecipient): string {
  switch (recipient.kind) {
    case 'organization':
      return `org:${recipient.organizationNumber}`
    case 'person':
      return `nin:${recipient.nationalIdentityNumber}`
    case 'email':
      return addressKey('email', recipient.emailAddress)
    case 'sms':
      return addressKey('sms', recipient.phoneNumber)
    case 'username':
      return `ext:${recipient.urn}`
  }
}

/** The keys of a recipient: one who is known by an address in each channel has one for each. */
export function recipientKeys(recipient: SingleRecipient): readonly string[] {
  if (recipient.kind !== 'addresses') return [recipientKey(recipient)]
  const { emailAddress, phoneNumber } = recipient
  return [
    ...(emailAddress === undefined ? [] : [addressKey('email', emailAddress)]),
    ...(phoneNumber === undefined ? [] : [addressKey('sms', phoneNumber)]),
  ]
}
