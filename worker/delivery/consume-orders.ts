import { parseShipmentId } from '../domain/order-id.ts'
import type { DueShipment, PreparedShipment } from '../ledger/contract.ts'
import { OrderJob } from '../ledger/order-job.ts'
import { prepareShipment } from '../orders/prepare-shipment.ts'
import { Gatherer } from '../platform/gatherer.ts'
import { Limiter } from '../platform/limiter.ts'
import { ledgerOf } from '../platform/objects.ts'
import { consumeBatch } from './consume-batch.ts'
import { ATTEMPT_GROUPS, CONNECTIONS } from './limits.ts'
import { makeAttempts } from './make-attempts.ts'
import type { DeliveryServices } from './services.ts'

/** How long a shipment that is prepared waits for those beside it, whose conditions and registers may be slow. */
const STORED_WITHIN_MS = 50

/** What the shipments of one batch share: connections for questions, and places for groups of attempts. */
type Limits = { readonly questions: Limiter; readonly attempts: Limiter }

/** Prepares shipments of one ledger, stores what that makes, and makes the attempts that are allowed at once. */
async function prepareTogether(
  env: Env,
  services: DeliveryServices & Limits,
  organization: string,
  due: readonly DueShipment[],
): Promise<void> {
  const { questions, attempts } = services
  const [first] = due
  if (!first) return
  const ledger = ledgerOf(env, organization, first.address)
  if (due.length > 1) await services.suppressed.refresh(env, organization)
  const prepared = new Gatherer<PreparedShipment>(
    (some) => attempts.run(async () => makeAttempts(env, services, organization, await ledger.prepare(some))),
    STORED_WITHIN_MS,
  )
  await Promise.all(
    due.map(async (shipment) => {
      const preparation = await prepareShipment(env, organization, { ...services, limiter: questions }, shipment)
      prepared.add({ address: shipment.address, preparation })
    }),
  )
  await prepared.end()
}

/**
 * Prepares the shipments of ordinary orders that fell due, and makes the attempts that this allows at once. A message
 * that comes twice finds nothing left to prepare.
 */
export async function consumeOrders(batch: MessageBatch, env: Env, services: DeliveryServices): Promise<void> {
  const limits = { questions: new Limiter(CONNECTIONS), attempts: new Limiter(ATTEMPT_GROUPS) }
  await consumeBatch(batch, async (body) => {
    const { organization, shipmentIds } = OrderJob.parse(body)
    const addresses = shipmentIds.flatMap((shipmentId) => parseShipmentId(shipmentId) ?? [])
    const [first] = addresses
    if (!first) throw new Error('An order job names no shipment')
    const due = await ledgerOf(env, organization, first).dueShipments(addresses)
    await prepareTogether(env, { ...services, ...limits }, organization, due)
  })
}
