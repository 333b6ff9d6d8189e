import { deriveOrderKey, ledgerName } from '../domain/order-id.ts'
import type { OperatorShipment } from '../ledger/operation/contract.ts'
import { Limiter } from '../platform/limiter.ts'
import { ledgerNamed, OBJECTS_AT_ONCE } from '../platform/objects.ts'

/** The namespaces in which a sender's own keys are. */
const NAMESPACES = ['instant', 'order'] as const

/** The shipments of what was ordered under an idempotency key. The key itself is nowhere: their ids are derived from it. */
export async function findByKey(
  env: Env,
  organizations: readonly string[],
  idempotencyId: string,
): Promise<readonly OperatorShipment[]> {
  const places = organizations.flatMap((organization) => NAMESPACES.map((namespace) => ({ organization, namespace })))
  const found = await new Limiter(OBJECTS_AT_ONCE).map(places, async ({ organization, namespace }) => {
    const orderKey = await deriveOrderKey(namespace, organization, idempotencyId)
    return ledgerNamed(env, ledgerName(organization, orderKey)).inspectOrder(orderKey)
  })
  return found.flat()
}
