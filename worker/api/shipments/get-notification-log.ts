import { fail, limits, ok, words } from '@straks/shared'
import * as z from 'zod'
import { described } from '#described'
import { NOTIFICATIONS_CREATE } from '../../auth/authenticate.ts'
import { CHANNEL_NAMES } from '../../domain/status.ts'
import type { OrderView } from '../../ledger/contract.ts'
import { type DialogShipment, shipmentsOfDialog } from '../../orders/dialog-orders.ts'
import { viewShipment } from '../../orders/view-shipment.ts'
import { Limiter } from '../../platform/limiter.ts'
import { organizationWith } from '../routing/access.ts'
import { json } from '../routing/documentation.ts'
import { queryOf } from '../routing/query.ts'
import { defineRoute } from '../routing/route.ts'

/** Ledgers that are asked at a time. */
const AT_ONCE = 6

const LogQuery = () =>
  z.object({
    dialogId: z
      .string()
      .max(limits.MEMBER_MAX_UNITS.name)
      .optional()
      .describe(words(() => 'The dialogue that the orders named. Give this, `transmissionId`, or both.')),
    transmissionId: z
      .string()
      .max(limits.MEMBER_MAX_UNITS.name)
      .optional()
      .describe(words(() => 'The transmission that the orders named.')),
  })

/** A status without the channel that it begins with. */
const withoutChannel = (status: string): string => status.slice(status.indexOf('_') + 1)

const entriesOf = ({ shipmentId, dialogId, transmissionId }: DialogShipment, view: OrderView | undefined) =>
  (view?.deliveries ?? []).map(({ channel, destination, status, lastUpdateMs }) => ({
    notificationId: shipmentId,
    ...(dialogId !== undefined && { dialogId }),
    ...(transmissionId !== undefined && { transmissionId }),
    type: view?.type,
    channel: CHANNEL_NAMES[channel],
    destination,
    status: withoutChannel(status),
    requestedSendTime: new Date(view?.dueMs ?? 0).toISOString(),
    lastUpdateTime: new Date(lastUpdateMs).toISOString(),
  }))

/**
 * `GET /future/enduser/log`: the messages that belong to a dialogue or a transmission. docs/altinn/notifications.md §9.2.
 * The caller sees those that its own organisation has ordered.
 */
export const getNotificationLog = defineRoute({
  method: 'GET',
  path: '/future/enduser/log',
  access: organizationWith(NOTIFICATIONS_CREATE),
  query: queryOf(LogQuery),
  documentation: described(() => ({
    id: 'getNotificationLog',
    summary: 'List the messages of a dialogue',
    description:
      'The messages of your orders whose `dialogportenAssociation` names a dialogue or a transmission. One that is not due yet has no entry.',
    answers: { 200: json('The messages.', 'NotificationLog') },
  })),
  handle: async ({ caller: { organization }, query, context: { env } }) => {
    if (query.dialogId === undefined && query.transmissionId === undefined)
      return fail({
        reason: 'query-invalid',
        parameter: 'dialogId',
        message: 'Either dialogId or transmissionId must be given.',
      })
    const shipments = await shipmentsOfDialog(env, organization, query)
    const entries = await new Limiter(AT_ONCE).map(shipments, async (shipment) =>
      entriesOf(shipment, await viewShipment(env, organization, shipment.shipmentId)),
    )
    return ok(Response.json(entries.flat()))
  },
})
