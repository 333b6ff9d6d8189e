import type { Bounce } from '../../domain/bounce.ts'
import { parseReference, toUuid } from '../../domain/order-id.ts'
import { Limiter } from '../../platform/limiter.ts'
import { type LogFields, log, logError } from '../../platform/log.ts'
import { ledgerOf, OBJECTS_AT_ONCE, receiptReferencesNamed } from '../../platform/objects.ts'
import type { ProviderReport, ReferenceOwner, ReferredReport } from './receipt-references.ts'

/**
 * What follows a bounce, such as suppression or a webhook. It is told again if it throws, or if the provider reports
 * again.
 */
export type BounceListener = (env: Env, bounce: Bounce) => Promise<void>

/** What taking in reports needs. */
export type ReceiptServices = {
  readonly env: Env
  readonly bounceListeners: readonly BounceListener[]
  /** Adds to the log line of the request that brings one report, where a request does: its new status needs no line then. */
  readonly note?: ((fields: LogFields) => void) | undefined
}

/** How many objects share a provider's references, so that none of them is in everybody's way. A power of two. */
const SLICES = 64

/** The name of the slice that has a reference. */
async function sliceOf(provider: string, reference: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(reference)))
  const slice = (digest[0] ?? 0) % SLICES
  return `${provider}/${slice.toString(16).padStart(2, '0')}`
}

async function tellOfBounce({ env, bounceListeners }: ReceiptServices, shipmentId: string, bounce: Bounce) {
  const { organization, provider, kind, isLate } = bounce
  log('warn', 'bounce', { shipmentId, organization, provider, kind, isLate })
  for (const listen of bounceListeners) await listen(env, bounce)
}

/** Takes in a report of a message whose owner is known. Tells whether it names one that there can be. */
export async function takeInReceipt(
  services: ReceiptServices,
  provider: string,
  { organization, delivery }: ReferenceOwner,
  { receipt, bounce }: ProviderReport,
): Promise<boolean> {
  const address = parseReference(delivery)
  if (!address) return false
  const told = { ...receipt, ...(bounce && { bounce }) }
  const teller = services.note ? 'request' : 'ledger'
  const heard = await ledgerOf(services.env, organization, address).receive(address, provider, told, teller)
  // A ledger that still runs the code of the deployment before tells the fate alone, and has written its own line.
  const { fate, toldThere } = typeof heard === 'string' ? { fate: heard } : heard
  if (toldThere) services.note?.(toldThere)
  if (bounce === undefined || fate === 'unknown') return true
  const isLate = fate === 'ended-before'
  await tellOfBounce(services, toUuid(address), { organization, delivery, provider, kind: bounce, isLate })
  return true
}

/** Keeps a provider's own reference of a message; a report that was faster is taken in now. */
async function rememberReference(
  services: ReceiptServices,
  provider: string,
  reference: string,
  message: { readonly organization: string; readonly reference: string },
): Promise<void> {
  const references = receiptReferencesNamed(services.env, await sliceOf(provider, reference))
  const owner = { organization: message.organization, delivery: message.reference }
  const early = await references.remember(reference, owner)
  if (early) await takeInReceipt(services, provider, owner, early)
}

/** How long an attempt waits until a reference is kept: with the time of the call itself, less than an attempt has. */
const KEPT_WITHIN_MS = 800

/**
 * Keeps a reference of a message that is on its way, whatever becomes of this: bookkeeping that fails or takes long must
 * not look like an attempt whose answer was lost, or the message would be sent again.
 */
export async function keepReference(
  services: ReceiptServices,
  provider: string,
  reference: string,
  message: { readonly organization: string; readonly reference: string; readonly shipmentId: string },
): Promise<void> {
  const kept = rememberReference(services, provider, reference, message).catch((error: unknown) =>
    logError('reference-lost', error, { provider, shipmentId: message.shipmentId }),
  )
  await Promise.race([kept, scheduler.wait(KEPT_WITHIN_MS)])
}

/** Finds whose messages reports are of, each slice asked once for all of its own. */
async function claimAll(
  { env }: ReceiptServices,
  provider: string,
  reports: readonly ReferredReport[],
): Promise<readonly (readonly [ReferredReport, ReferenceOwner | undefined])[]> {
  const named = await Promise.all(
    reports.map(async (report) => ({ report, slice: await sliceOf(provider, report.reference) })),
  )
  const slices = Map.groupBy(named, ({ slice }) => slice)
  const claimed = await new Limiter(OBJECTS_AT_ONCE).map([...slices], async ([name, its]) => {
    const own = its.map(({ report }) => report)
    const owners = await receiptReferencesNamed(env, name).claimAll(own)
    return own.map((report, index) => [report, owners[index]] as const)
  })
  return claimed.flat()
}

/** Takes in reports by the provider's own references, and tells how many of them name a message that is not known yet. */
export async function receiveAllByReference(
  services: ReceiptServices,
  provider: string,
  reports: readonly ReferredReport[],
): Promise<number> {
  const claimed = await claimAll(services, provider, reports)
  const known = claimed.flatMap(([report, owner]) => (owner ? [{ report, owner }] : []))
  // A line tells of one message: where there are several, each has its own.
  const one = reports.length === 1 ? services : { ...services, note: undefined }
  await new Limiter(OBJECTS_AT_ONCE).map(known, ({ report, owner }) => takeInReceipt(one, provider, owner, report))
  return reports.length - known.length
}
