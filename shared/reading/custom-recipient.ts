import type { Path } from '../finding.ts'
import type { Medium } from '../schema/channel.ts'
import type { ObjectRole } from '../schema/field.ts'
import { memberPath } from './document.ts'
import type { NotificationView } from './notification.ts'
import type { ReadObject } from './read-object.ts'

/** The roles of custom recipients, in whichever member they are listed. */
export const CUSTOM_RECIPIENTS = [
  'custom-recipient',
  'deprecated-custom-recipient',
  'overriding-custom-recipient',
] as const satisfies readonly ObjectRole[]

/** Whether an object names a custom recipient. */
export const isCustomRecipient = ({ role }: ReadObject): boolean => CUSTOM_RECIPIENTS.some((custom) => custom === role)

/**
 * The ways to name a custom recipient. The last two name no party, only where the message goes.
 * docs/altinn/correspondence.md §2.2.
 */
export const IDENTIFIERS = ['organizationNumber', 'nationalIdentityNumber', 'emailAddress', 'mobileNumber'] as const

export type Identifier = (typeof IDENTIFIERS)[number]

/** The identifiers that a custom recipient has. */
export const identifiersOf = ({ members }: ReadObject): readonly Identifier[] =>
  IDENTIFIERS.filter((name) => members[name] !== undefined)

/** An address that a message goes to without anyone looking up whose it is. */
export type DirectAddress = { readonly medium: Medium; readonly path: Path }

/** The direct addresses among a notification's custom recipients. */
export function directAddresses({ recipients }: NotificationView): readonly DirectAddress[] {
  const found: DirectAddress[] = []
  for (const recipient of recipients) {
    const { emailAddress, mobileNumber } = recipient.members
    if (emailAddress !== undefined) found.push({ medium: 'email', path: memberPath(recipient, 'emailAddress') })
    if (mobileNumber !== undefined) found.push({ medium: 'sms', path: memberPath(recipient, 'mobileNumber') })
  }
  return found
}
