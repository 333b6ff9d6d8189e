import { ledgerOf } from '../delivery/deliver.ts'
import { parseShipmentId } from '../domain/order-id.ts'
import type { Receipt } from '../domain/shipment.ts'
import type { ReferenceOwner } from './receipt-references.ts'

/** How many objects share a provider's references, so that none of them is in everybody's way. A power of two. */
const SLICES = 64

async function sliceOf(env: Env, provider: string, reference: string) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(reference)))
  const slice = (digest[0] ?? 0) % SLICES
  return env.RECEIPT_REFERENCES.getByName(`${provider}/${slice.toString(16).padStart(2, '0')}`)
}

async function receive(env: Env, provider: string, owner: ReferenceOwner, receipt: Receipt): Promise<void> {
  const address = parseShipmentId(owner.shipmentId)
  if (address) await ledgerOf(env, owner.organization, address).receive(address, provider, receipt)
}

/** Keeps a provider's own reference of a shipment; a receipt that was faster is taken in now. */
export async function rememberReference(
  env: Env,
  provider: string,
  reference: string,
  { organization, shipmentId }: ReferenceOwner,
): Promise<void> {
  const references = await sliceOf(env, provider, reference)
  const owner = { organization, shipmentId }
  const early = await references.remember(reference, owner)
  if (early) await receive(env, provider, owner, early)
}

/** Takes in a receipt by the provider's own reference. Tells whether anybody knows it yet. */
export async function receiveByReference(
  env: Env,
  provider: string,
  reference: string,
  receipt: Receipt,
): Promise<boolean> {
  const owner = await (await sliceOf(env, provider, reference)).claim(reference, receipt)
  if (!owner) return false
  await receive(env, provider, owner, receipt)
  return true
}
