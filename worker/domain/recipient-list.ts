import type { ListedRecipient, Recipient, RecipientList, SingleRecipient } from './order.ts'

function toSingle(one: ListedRecipient, list: RecipientList): SingleRecipient {
  const { emailAddress, mobileNumber, nationalIdentityNumber, organizationNumber } = one
  const { ignoreReservation = false, resourceId, resourceAction } = list
  if (nationalIdentityNumber !== undefined)
    return { kind: 'person', nationalIdentityNumber, ignoreReservation, useStaleContactInformation: false }
  if (organizationNumber !== undefined) return { kind: 'organization', organizationNumber, resourceId, resourceAction }
  return { kind: 'addresses', emailAddress, phoneNumber: mobileNumber }
}

/** The recipients of a shipment one by one, in the order in which they were listed. */
export const recipientsOf = (recipient: Recipient): readonly SingleRecipient[] =>
  recipient.kind === 'list' ? recipient.recipients.map((one) => toSingle(one, recipient)) : [recipient]
