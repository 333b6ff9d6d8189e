import { ok } from '@straks/shared'
import { described } from '#described'
import { messageId } from '../../domain/message-id.ts'
import { type Channel, hasSucceeded } from '../../domain/status.ts'
import { STATUS_MEANINGS } from '../../domain/status-meanings.ts'
import type { DeliveryView, OrderView } from '../../ledger/contract.ts'
import { json } from '../routing/documentation.ts'
import { defineRoute, type Route } from '../routing/route.ts'
import { firstVersionStatus } from './first-version-status.ts'
import { findOrder } from './order-address.ts'
import { type RecipientDocument, recipientsIn } from './order-document.ts'
import { FOLLOWER, NOT_FOUND, ORDER_ID } from './order-route.ts'

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

const notificationsOf = (view: OrderView, orderId: string, channel: Channel) => {
  const named = recipientsIn(view)
  const own = [...view.deliveries.entries()].filter(([, delivery]) => delivery.channel === channel)
  return Promise.all(
    own.map(async ([index, delivery]) => ({
      id: await messageId(orderId, index),
      succeeded: hasSucceeded(delivery.status),
      recipient: recipientOf(view, named, delivery),
      sendStatus: {
        status: firstVersionStatus(delivery.status),
        description: STATUS_MEANINGS[delivery.status],
        lastUpdate: new Date(delivery.lastUpdateMs).toISOString(),
      },
    })),
  )
}

/**
 * `GET /orders/{id}/notifications/{email|sms}`: an order's messages in one channel. docs/altinn/notifications.md §2.2.
 */
const defineListRoute = (channel: Channel, id: string, name: string, each: string): Route =>
  defineRoute({
    method: 'GET',
    path: `/orders/{id}/notifications/${channel}`,
    access: FOLLOWER,
    parameters: ORDER_ID,
    documentation: described(() => ({
      id,
      summary: `List the messages of an order: ${name}`,
      description: `The status of each ${each} of one shipment. There is none until it is due.`,
      answers: { 200: json('The messages.', 'OrderNotifications'), ...NOT_FOUND },
    })),
    handle: async (call) => {
      const found = await findOrder(call)
      if (!found.ok) return found
      const { view, id: orderId } = found.value
      const notifications = await notificationsOf(view, orderId, channel)
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

export const listEmails = defineListRoute('email', 'listEmails', 'E-mail', 'e-mail')
export const listSms = defineListRoute('sms', 'listSms', 'SMS', 'SMS')
