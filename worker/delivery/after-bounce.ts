import type { Bounce } from '../domain/bounce.ts'
import { parseReference, toUuid } from '../domain/order-id.ts'
import { feedOf, ledgerOf, suppressionsOf, webhookOf } from '../platform/objects.ts'

/** Suppresses the address of a mail that came back for good or was called spam. */
export async function suppressAddress(env: Env, { organization, delivery, kind }: Bounce): Promise<void> {
  if (kind === 'soft') return
  const address = parseReference(delivery)
  const view = address && (await ledgerOf(env, organization, address).find(address))
  const destination = view?.deliveries[address?.position ?? 0]?.destination
  if (destination)
    await suppressionsOf(env, organization).add(
      organization,
      destination,
      kind === 'complaint' ? 'complaint' : 'hard-bounce',
    )
}

/** Tells an organisation's webhooks of a mail that came back after its end, which changes no status any more. */
export async function tellWebhooks(env: Env, { organization, delivery, kind, isLate }: Bounce): Promise<void> {
  const address = parseReference(delivery)
  if (!isLate || !address) return
  const data = { shipmentId: toUuid(address), position: address.position, kind }
  const body = JSON.stringify({ type: 'delivery.bounced', timestamp: new Date().toISOString(), data })
  const ids = await feedOf(env, organization).webhooks()
  // The same bounce told again is the same event.
  await Promise.all(ids.map((id) => webhookOf(env, organization, id).notify(`bounced.${delivery}.${kind}`, body)))
}
