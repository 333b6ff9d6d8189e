import { MS_PER_SECOND } from '@straks/shared'
import type { Fences } from '../../domain/fences.ts'
import type { Order, Recipient } from '../../domain/order.ts'
import { recipientKeys } from '../../domain/recipient-key.ts'
import { recipientsOf } from '../../domain/recipient-list.ts'
import type { Ask } from '../../fences/contract.ts'
import type { NamedOrder } from '../../orders/place-order.ts'

/** The telephone numbers that a shipment's recipients are named by. */
export const phoneNumbersOf = (recipient: Recipient): readonly string[] =>
  recipientsOf(recipient).flatMap((one) =>
    (one.kind === 'sms' || one.kind === 'addresses') && one.phoneNumber !== undefined ? [one.phoneNumber] : [],
  )

/** What an order to several asks of the fences: a message for each recipient. */
export const askOfMany = (orderKey: string, recipient: Recipient): Ask => {
  const recipients = recipientsOf(recipient)
  return { id: orderKey, messages: recipients.length, recipients: recipients.flatMap(recipientKeys) }
}

/** The telephone numbers that an order and its reminders name. */
export const numbersOf = ({ shipments }: Order): readonly string[] =>
  shipments.flatMap(({ recipient }) => phoneNumbersOf(recipient))

/**
 * What an order asks of the fences: a message for itself and each of its reminders. Only what falls due within the window
 * of a recipient counts for that recipient: a reminder in a week is no flood.
 */
export function askOf({ orderKey, order: { shipments } }: NamedOrder, { perRecipient }: Fences): Ask {
  const untilMs = shipments[0].dueMs + (perRecipient?.seconds ?? 0) * MS_PER_SECOND
  return {
    id: orderKey,
    messages: shipments.length,
    recipients: shipments
      .filter(({ dueMs }) => dueMs < untilMs)
      .flatMap(({ recipient }) => recipientsOf(recipient).flatMap(recipientKeys)),
  }
}
