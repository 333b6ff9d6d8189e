import { inBatches } from '../../correspondence/in-batches.ts'
import { orderIdsOf } from '../../correspondence/notification-orders.ts'
import { toNotificationRows, toOverview } from '../../correspondence/overview.ts'
import { senderOf } from '../../correspondence/sender.ts'
import { refuse } from '../../http/exchange.ts'
import { SENDER_OR_RECIPIENT } from './caller-of.ts'
import { onCorrespondence } from './on-correspondence.ts'
import { refusalOf } from './refusals.ts'

/**
 * `GET /{id}`: the correspondence, to its sender, and once published to its recipient, who has then fetched it.
 * `spec/correspondence.md` 1.
 */
export const getOverview = onCorrespondence(
  SENDER_OR_RECIPIENT,
  async ({ exchange, caller, correspondenceId, object }) => {
    const sighting = await object.look(caller)
    if (!sighting) return refuse(exchange, refusalOf('not-found'))
    const { organization } = sighting.facts
    const ids = await inBatches(sighting.notification?.parties ?? [], (party) =>
      orderIdsOf(organization, correspondenceId, party),
    )
    return Response.json({
      ...toOverview(sighting, senderOf(exchange.config.organizationCodes, organization)),
      notifications: toNotificationRows(sighting, ids),
    })
  },
)
