import type { OrderedRecipient, Recipient, SingleRecipient } from './order.ts'
import { recipientsOf } from './recipient-list.ts'

/** The identities of one recipient, as they were ordered. */
function identitiesOfOne(recipient: SingleRecipient): readonly string[] {
  if (recipient.kind !== 'addresses') return [identityOf(recipient)]
  return [recipient.emailAddress, recipient.phoneNumber].filter((address) => address !== undefined)
}

/** What the identity of a recipient is, as it was ordered. */
export function identityOf(recipient: OrderedRecipient): string {
  switch (recipient.kind) {
    case 'email':
      return recipient.emailAddress
    case 'sms':
      return recipient.phoneNumber
    case 'person':
      return recipient.nationalIdentityNumber
    case 'organization':
      return recipient.organizationNumber
    case 'username':
      return recipient.urn
  }
}

/** The identities of each of a shipment's recipients, as they were ordered. */
export const identitiesOf = (recipient: Recipient): readonly (readonly string[])[] =>
  recipientsOf(recipient).map(identitiesOfOne)

/** The same in a word: of several, the first, and how many more there are. */
export function recipientLabelOf(recipient: Recipient): string {
  const [[first = ''] = [], ...more] = identitiesOf(recipient)
  return more.length > 0 ? `${first} +${more.length}` : first
}
