import { ledgerName, parseShipmentId } from '../domain/order-id.ts'
import type { OperatorShipment, SearchCriteria } from '../ledger/operation/contract.ts'
import { matchesCriteria } from '../ledger/operation/matches.ts'
import type { Redriven } from '../ledger/operation/redrive-shipment.ts'
import { chunksOf } from '../platform/chunks.ts'
import { ledgerNamed } from '../platform/objects.ts'
import type { KnownOrganization } from './directory.ts'
import { findByKey } from './find-by-key.ts'
import { findShipments } from './find-shipments.ts'
import type { SearchPlace } from './search-place.ts'

/** How many were tried again, and how many not. */
type RedriveCounts = { readonly redriven: number; readonly refused: number }

/** What came of a page, and where it goes on. */
type RedrivenPage = RedriveCounts & { readonly next: SearchPlace | undefined }

/** What is tried, by an attempt more or by the one that is under way. */
const TRIED: ReadonlySet<string> = new Set<Redriven>(['redriven', 'under-way'])

const NONE: RedriveCounts = { redriven: 0, refused: 0 }

const sumOf = (one: RedriveCounts, other: RedriveCounts): RedriveCounts => ({
  redriven: one.redriven + other.redriven,
  refused: one.refused + other.refused,
})

/** Shipments that are looked up before they are moved. */
const PAGE_SIZE = 500

/** Pages of one request: it ends in time, and says where it goes on. */
const MOST_PAGES = 20

/** Addresses of one call: a transaction short enough that a message waits milliseconds for it. */
const MOVED_TOGETHER = 50

/** Tries what waits of these again, a few of a ledger at a time; what a provider may have only where that was asked for. */
async function redriveFound(
  env: Env,
  shipments: readonly Pick<OperatorShipment, 'organization' | 'shipmentId'>[],
  { state }: SearchCriteria,
): Promise<RedriveCounts> {
  let counts = NONE
  const places = shipments.flatMap(({ organization, shipmentId }) => {
    const address = parseShipmentId(shipmentId)
    return address ? [{ ledger: ledgerName(organization, address.orderKey), address }] : []
  })
  for (const [ledger, all] of Map.groupBy(places, ({ ledger }) => ledger))
    for (const some of chunksOf(all, MOVED_TOGETHER)) {
      const addresses = some.map(({ address }) => address)
      const object = ledgerNamed(env, ledger)
      const outcomes = await (state === 'uncertain'
        ? object.redriveUncertain(addresses)
        : object.redriveWaiting(addresses))
      const redriven = outcomes.filter((outcome) => TRIED.has(outcome)).length
      counts = sumOf(counts, { redriven, refused: outcomes.length - redriven })
    }
  return counts
}

/**
 * Tries everything again that fits and waits. What a provider has is left alone: thousands of copies are no repair. What one
 * may have is tried only where the criteria ask for just that.
 */
export async function redriveAll(
  env: Env,
  organizations: readonly KnownOrganization[],
  criteria: SearchCriteria,
  from: SearchPlace | undefined,
): Promise<RedrivenPage> {
  let counts = NONE
  let place = from
  for (let page = 0; page < MOST_PAGES; page++) {
    const { shipments, next } = await findShipments(env, organizations, criteria, { from: place, limit: PAGE_SIZE })
    counts = sumOf(counts, await redriveFound(env, shipments, criteria))
    place = next
    if (!next) break
  }
  return { ...counts, next: place }
}

/** The same of the orders that have a key. */
export async function redriveOrders(
  env: Env,
  organizations: readonly KnownOrganization[],
  idempotencyId: string,
  criteria: SearchCriteria,
): Promise<RedrivenPage> {
  const shipments = await findByKey(env, organizations, idempotencyId)
  const counts = await redriveFound(
    env,
    shipments.filter((one) => matchesCriteria(one, criteria)),
    criteria,
  )
  return { ...counts, next: undefined }
}
