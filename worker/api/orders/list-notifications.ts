import { ok } from '@straks/shared'
import { OrderNotifications } from '@straks/shared/answers'
import { type Channel, type DeliveryStatus, hasSucceeded } from '../../domain/status.ts'
import { STATUS_MEANINGS } from '../../domain/status-meanings.ts'
import type { DeliveryView, OrderView } from '../../ledger/contract.ts'
import { json } from '../routing/documentation.ts'
import { defineRoute, type Route } from '../routing/route.ts'
import { findOrder } from './order-address.ts'
import { type RecipientDocument, recipientsIn } from './order-document.ts'
import { FOLLOWER, NOT_FOUND, ORDER_ID } from './order-route.ts'

/** A status as v1's clients read it: without its channel, and with one word for every kind of time-out. §2.2. */
function sendStatus(status: DeliveryStatus): string {
  const name = status.slice(status.indexOf('_') + 1)
  return name === 'Failed_TTL' ? 'Failed' : name
}

/** Whom a message goes to: who was named, and the address that this became. */
function recipientOf({ plan }: OrderView, named: readonly RecipientDocument[], delivery: DeliveryView) {
  const { nationalIdentityNumber, organizationNumber, isReserved }: RecipientDocument =
    (plan && named[delivery.recipient ?? 0]) ?? {}
  return {
    ...(nationalIdentityNumber !== undefined && { nationalIdentityNumber }),
    ...(organizationNumber !== undefined && { organizationNumber }),
    ...(isReserved && { isReserved }),
    ...(delivery.channel === 'sms' ? { mobileNumber: delivery.destination } : { emailAddress: delivery.destination }),
  }
}

function notificationsOf(view: OrderView, id: string, channel: Channel) {
  const named = recipientsIn(view)
  return view.deliveries
    .filter((delivery) => delivery.channel === channel)
    .map((delivery, index) => ({
      id: index === 0 ? id : `${id}.${index}`,
      succeeded: hasSucceeded(delivery.status),
      recipient: recipientOf(view, named, delivery),
      sendStatus: {
        status: sendStatus(delivery.status),
        description: STATUS_MEANINGS[delivery.status],
        lastUpdate: new Date(delivery.lastUpdateMs).toISOString(),
      },
    }))
}

/**
 * `GET /orders/{id}/notifications/{email|sms}`: an order's messages in one channel. docs/altinn/notifications.md §2.2.
 */
const defineList = (channel: Channel, id: string, name: string, each: string): Route =>
  defineRoute({
    method: 'GET',
    path: `/orders/{id}/notifications/${channel}`,
    access: FOLLOWER,
    parameters: ORDER_ID,
    documentation: {
      id,
      summary: `List the messages of an order: ${name}`,
      description: `The status of each ${each} of one shipment. There is none until it is due.`,
      answers: { 200: json('The messages.', OrderNotifications), ...NOT_FOUND },
    },
    handle: async (call) => {
      const found = await findOrder(call)
      if (!found.ok) return found
      const { view, id: orderId } = found.value
      const notifications = notificationsOf(view, orderId, channel)
      return ok(
        Response.json({
          orderId,
          ...(view.sendersReference !== undefined && { sendersReference: view.sendersReference }),
          generated: notifications.length,
          succeeded: notifications.filter(({ succeeded }) => succeeded).length,
          notifications,
        }),
      )
    },
  })

export const listEmails = defineList('email', 'listEmails', 'E-mail', 'e-mail')
export const listSms = defineList('sms', 'listSms', 'SMS', 'SMS')
