import { parseShipmentId } from '../domain/order-id.ts'
import { ledgerOf } from '../durable-objects/objects.ts'
import type { Services } from '../http/exchange.ts'
import { prepareShipment } from '../orders/prepare-shipment.ts'
import { OrderJob } from '../queue/order-job.ts'
import { consumeBatch } from './consume-batch.ts'
import { makeAttempt } from './make-attempt.ts'
import { Turns } from './turns.ts'

/** Connections that the platform opens at a time for one invocation. */
const CONNECTIONS = 6

/**
 * Prepares the shipments of ordinary orders that fell due, and makes the attempts that this allows at once. A message
 * that comes twice finds nothing left to prepare.
 */
export async function consumeOrders(batch: MessageBatch, env: Env, services: Services): Promise<void> {
  const turns = new Turns(CONNECTIONS)
  await consumeBatch(batch, async (body) => {
    const { organization, shipmentId } = OrderJob.parse(body)
    const address = parseShipmentId(shipmentId)
    if (!address) throw new Error('An order job names no shipment')
    const ledger = ledgerOf(env, organization, address)
    const due = await ledger.dueShipment(address)
    if (!due) return
    const claims = await ledger.prepare(address, await prepareShipment(env, services, due, turns))
    await Promise.all(claims.map((claimed) => makeAttempt(env, services.providers, organization, claimed)))
  })
}
