import { parseReference } from '../domain/order-id.ts'
import type { Receipt } from '../domain/outcome.ts'
import { ledgerOf, receiptReferencesNamed } from '../durable-objects/objects.ts'
import type { Outgoing } from '../providers/provider.ts'
import type { ReferenceOwner } from './receipt-references.ts'

/** How many objects share a provider's references, so that none of them is in everybody's way. A power of two. */
const SLICES = 64

async function sliceOf(env: Env, provider: string, reference: string) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(reference)))
  const slice = (digest[0] ?? 0) % SLICES
  return receiptReferencesNamed(env, `${provider}/${slice.toString(16).padStart(2, '0')}`)
}

/** Takes in a receipt of a message whose owner is known. Tells whether it names one that there can be. */
export async function receive(env: Env, provider: string, owner: ReferenceOwner, receipt: Receipt): Promise<boolean> {
  const address = parseReference(owner.delivery)
  if (!address) return false
  await ledgerOf(env, owner.organization, address).receive(address, provider, receipt)
  return true
}

/** Keeps a provider's own reference of a message; a receipt that was faster is taken in now. */
export async function rememberReference(
  env: Env,
  provider: string,
  reference: string,
  message: Pick<Outgoing, 'organization' | 'reference'>,
): Promise<void> {
  const references = await sliceOf(env, provider, reference)
  const owner = { organization: message.organization, delivery: message.reference }
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
