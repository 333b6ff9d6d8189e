import { fail, ok } from '@straks/shared'
import { described } from '#described'
import { orderIdsOf } from '../../correspondence/notification-orders.ts'
import { toNotificationRows, toOverview } from '../../correspondence/overview.ts'
import { Limiter } from '../../platform/limiter.ts'
import { OBJECTS_AT_ONCE } from '../../platform/objects.ts'
import { json } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'
import { SENDER_OR_RECIPIENT } from './caller-of.ts'
import { CORRESPONDENCE_ID, NOT_FOUND, onCorrespondence } from './on-correspondence.ts'
import { correspondenceRefusal } from './refusals.ts'

/**
 * `GET /{id}`: the correspondence, to its sender, and once published to its recipient, who has then fetched it.
 * docs/altinn/correspondence.md §1.
 */
export const getOverview = defineRoute({
  method: 'GET',
  path: '/{id}',
  access: SENDER_OR_RECIPIENT,
  hasEffects: true,
  parameters: CORRESPONDENCE_ID,
  documentation: described(() => ({
    id: 'getCorrespondence',
    summary: 'Get a correspondence',
    description:
      'Shows it to its sender, and after publication to its recipient, for whom it is then marked as fetched.',
    answers: { 200: json('The correspondence.', 'CorrespondenceOverview'), ...NOT_FOUND },
  })),
  handle: onCorrespondence(async ({ context, caller, correspondenceId, object }) => {
    const view = await object.look(caller)
    if (!view) return fail(correspondenceRefusal('not-found'))
    const { organization } = view.facts
    const ids = await new Limiter(OBJECTS_AT_ONCE).map(view.notification?.parties ?? [], (party) =>
      orderIdsOf(organization, correspondenceId, party),
    )
    return ok(
      Response.json({
        ...toOverview(view, context.config.retentionDays),
        notifications: toNotificationRows(view, ids),
      }),
    )
  }),
})
