import { mayHave } from '../domain/activity.ts'
import { deriveOrderKey, ledgerName } from '../domain/order-id.ts'
import type { OperatorShipment } from '../ledger/operation/contract.ts'
import { Limiter } from '../platform/limiter.ts'
import { ledgerNamed, OBJECTS_AT_ONCE } from '../platform/objects.ts'
import type { KnownOrganization } from './directory.ts'

/** The namespaces in which a sender's own keys are. */
const NAMESPACES = ['instant', 'order'] as const

/** The shipments of what was ordered under an idempotency key. The key itself is nowhere: their ids are derived from it. */
export async function findByKey(
  env: Env,
  organizations: readonly KnownOrganization[],
  idempotencyId: string,
): Promise<readonly OperatorShipment[]> {
  const places = await Promise.all(
    organizations.flatMap(({ organization, slices }) =>
      NAMESPACES.map(async (namespace) => ({
        organization,
        slices,
        orderKey: await deriveOrderKey(namespace, organization, idempotencyId),
      })),
    ),
  )
  const possible = places.filter(({ slices, orderKey }) => mayHave(slices, orderKey))
  const found = await new Limiter(OBJECTS_AT_ONCE).map(possible, async ({ organization, orderKey }) =>
    ledgerNamed(env, ledgerName(organization, orderKey)).inspectOrder(orderKey),
  )
  return found.flat()
}
