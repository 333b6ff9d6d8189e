import type { Sighting } from '../../correspondence/correspondence.ts'
import { type Telling, toDetails, toStatusHistory } from '../../correspondence/details.ts'
import { inBatches } from '../../correspondence/in-batches.ts'
import { orderIdsOf } from '../../correspondence/notification-orders.ts'
import { delaysOf } from '../../correspondence/orders-of-correspondence.ts'
import { toOverview } from '../../correspondence/overview.ts'
import { senderOf } from '../../correspondence/sender.ts'
import { refuse } from '../../http/exchange.ts'
import { viewShipment } from '../../orders/view-shipment.ts'
import { SENDER_OR_RECIPIENT } from './caller-of.ts'
import { onCorrespondence } from './on-correspondence.ts'
import { refusalOf } from './refusals.ts'

/** Every notification of a correspondence, with what the ledgers say of those that have been ordered. */
async function tellingsOf(env: Env, { facts, lifecycle, notification }: Sighting): Promise<readonly Telling[]> {
  const { organization, correspondenceId } = facts
  const phases = notification?.reminder ? (['main', 'reminder'] as const) : (['main'] as const)
  const tellings = await inBatches(notification?.parties ?? [], async (party) => {
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
 * could reach nobody. Seed 004, "Feil ved bestilling av varsling"; `spec/correspondence.md` 4.6.
 */
export const getDetails = onCorrespondence(SENDER_OR_RECIPIENT, async ({ exchange, caller, object }) => {
  const sighting = await object.look(caller)
  if (!sighting) return refuse(exchange, refusalOf('not-found'))
  const { config, env } = exchange
  const tellings = await tellingsOf(env, sighting)
  const delays = delaysOf(config)
  return Response.json({
    ...toOverview(sighting, senderOf(config.organizationCodes, sighting.facts.organization)),
    statusHistory: toStatusHistory(sighting),
    notifications: tellings.map((telling) => toDetails(sighting, telling, delays, Date.now())),
  })
})
