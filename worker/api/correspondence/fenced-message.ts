import type { CorrespondenceRequest, MessageRecipient } from '@straks/shared'
import { notifiedParties } from '../../correspondence/notified-party.ts'
import { recipientKey } from '../../domain/recipient-key.ts'
import type { Ask } from '../../fences/contract.ts'

/** What decides only about contact details, and not about who is notified. */
const ANY_PARTY = { resourceId: '', ignoreReservation: false }

/** Whom the notifications of a message go to: each recipient's, and its custom ones. */
const partiesOf = (
  { correspondence: { notification } }: CorrespondenceRequest,
  recipients: readonly MessageRecipient[],
) => (notification ? recipients.flatMap((recipient) => notifiedParties(notification, recipient, ANY_PARTY)) : [])

/** The telephone numbers that the notifications of a message name. */
export const numbersOf = (request: CorrespondenceRequest, recipients: readonly MessageRecipient[]): readonly string[] =>
  partiesOf(request, recipients.slice(0, 1)).flatMap(({ recipient }) =>
    recipient.kind === 'sms' ? [recipient.phoneNumber] : [],
  )

/** What the notifications of a message ask of the fences. Their reminders go only to those who have not read it. */
export function askOf(id: string, request: CorrespondenceRequest, recipients: readonly MessageRecipient[]): Ask {
  const keys = partiesOf(request, recipients).map(({ recipient }) => recipientKey(recipient))
  return { id, messages: keys.length, recipients: keys }
}
