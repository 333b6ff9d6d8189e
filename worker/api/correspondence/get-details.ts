import { fail, ok } from '@straks/shared'
import { described } from '#described'
import { type NotificationReport, toDetails, toStatusHistory } from '../../correspondence/details.ts'
import { orderIdsOf } from '../../correspondence/notification-orders.ts'
import { delaysOf } from '../../correspondence/orders-of-correspondence.ts'
import { toOverview } from '../../correspondence/overview.ts'
import type { CorrespondenceView } from '../../correspondence/record.ts'
import { viewShipment } from '../../orders/view-shipment.ts'
import { Limiter } from '../../platform/limiter.ts'
import { OBJECTS_AT_ONCE } from '../../platform/objects.ts'
import { json } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'
import { SENDER_OR_RECIPIENT } from './caller-of.ts'
import { CORRESPONDENCE_ID, NOT_FOUND, onCorrespondence } from './on-correspondence.ts'
import { correspondenceRefusal } from './refusals.ts'

/** Every notification of a correspondence, with what the ledgers say of those that have been ordered. */
async function reportsOf(
  env: Env,
  { facts, lifecycle, notification }: CorrespondenceView,
): Promise<readonly NotificationReport[]> {
  const { organization, correspondenceId } = facts
  const phases = notification?.reminder ? (['main', 'reminder'] as const) : (['main'] as const)
  const tellings = await new Limiter(OBJECTS_AT_ONCE).map(notification?.parties ?? [], async (party) => {
    const ids = await orderIdsOf(organization, correspondenceId, party)
    return Promise.all(
      phases.map(async (phase) => {
        const wasOrdered = lifecycle.placement !== 'none'
        const shipment = wasOrdered ? await viewShipment(env, organization, ids.shipmentIds[phase]) : undefined
        return { party, phase, ids, shipment }
      }),
    )
  })
  return tellings.flat()
}

/**
 * `GET /{id}/details`: the correspondence with its history and how each of its notifications fares, those included that
 * had no address. docs/altinn/correspondence.md §4.6, §4.10.
 */
export const getDetails = defineRoute({
  method: 'GET',
  path: '/{id}/details',
  access: SENDER_OR_RECIPIENT,
  hasEffects: true,
  parameters: CORRESPONDENCE_ID,
  documentation: described(() => ({
    id: 'getCorrespondenceDetails',
    summary: 'Get a correspondence and its notifications',
    description:
      'As above, with its history and the status of each of its notifications, including those without an address. Only the sender sees addresses.',
    answers: { 200: json('The correspondence.', 'CorrespondenceDetails'), ...NOT_FOUND },
  })),
  handle: onCorrespondence(async ({ context, caller, object }) => {
    const view = await object.look(caller)
    if (!view) return fail(correspondenceRefusal('not-found'))
    const { config, env } = context
    const tellings = await reportsOf(env, view)
    const delays = delaysOf(config)
    return ok(
      Response.json({
        ...toOverview(view, config.retentionDays),
        statusHistory: toStatusHistory(view),
        notifications: await Promise.all(tellings.map((report) => toDetails(view, report, delays, Date.now()))),
      }),
    )
  }),
})
