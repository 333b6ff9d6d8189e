import { isJsonObject } from '../json/value.ts'
import { emailAddressKey, parseEmailAddress } from './email-address.ts'
import { parseMessageRecipient } from './message-recipient.ts'
import { parseOrganizationNumber } from './organization-number.ts'
import { guessNorwegianMobile, parsePhoneNumber } from './phone-number.ts'

const textIn = (members: Readonly<Record<string, unknown>>, name: string): string | undefined => {
  const value = members[name]
  return typeof value === 'string' ? value : undefined
}

/**
 * A key that two spellings of one custom recipient share, as Altinn's orders are told apart, but by what the spelling
 * means: `00` and `+` before one number make no two recipients. docs/altinn/correspondence.md §4.11.
 */
export function customRecipientKey(members: unknown): string | undefined {
  if (!isJsonObject(members)) return undefined
  const organization = textIn(members, 'organizationNumber')
  const person = textIn(members, 'nationalIdentityNumber')
  const email = textIn(members, 'emailAddress')
  const mobile = textIn(members, 'mobileNumber')
  if (organization !== undefined) {
    const parsed = parseOrganizationNumber(organization)
    return parsed.ok ? `org:${parsed.value.digits}` : undefined
  }
  if (person !== undefined) return `nin:${person}`
  if (email !== undefined) {
    const parsed = parseEmailAddress(email)
    return parsed.ok ? `email:${emailAddressKey(parsed.value)}` : undefined
  }
  if (mobile === undefined) return undefined
  const parsed = parsePhoneNumber(mobile)
  const number = parsed.ok ? parsed.value : guessNorwegianMobile(mobile)
  return number && `sms:${number}`
}

/** The same key for the recipient of a message. */
export function messageRecipientKey(written: unknown): string | undefined {
  const parsed = typeof written === 'string' ? parseMessageRecipient(written) : undefined
  if (!parsed?.ok) return undefined
  const recipient = parsed.value
  if (recipient.kind === 'organization') return `org:${recipient.number}`
  return recipient.kind === 'person' ? `nin:${recipient.number}` : `ext:${recipient.urn}`
}
