import { ledgerName, parseShipmentId } from '../domain/order-id.ts'
import type { SearchCriteria } from '../ledger/operation/contract.ts'
import { chunksOf } from '../platform/chunks.ts'
import { ledgerNamed } from '../platform/objects.ts'
import { findShipments } from './find-shipments.ts'
import type { SearchPlace } from './search-place.ts'

/** How many were tried again, and how many not. */
export type RedriveCounts = { readonly redriven: number; readonly refused: number }

/** What came of a page, and where it goes on. */
export type RedrivenPage = RedriveCounts & { readonly next: SearchPlace | undefined }

/** Shipments that are looked up before they are moved. */
const PAGE_SIZE = 500

/** Pages of one request: it ends in time, and says where it goes on. */
const MOST_PAGES = 20

/** Addresses of one call: a transaction short enough that a message waits milliseconds for it. */
const MOVED_TOGETHER = 50

/** Tries everything again that fits and is under way. */
export async function redriveAll(
  env: Env,
  organizations: readonly string[],
  criteria: SearchCriteria,
  from: SearchPlace | undefined,
): Promise<RedrivenPage> {
  let counts: RedriveCounts = { redriven: 0, refused: 0 }
  let place = from
  for (let page = 0; page < MOST_PAGES; page++) {
    const { shipments, next } = await findShipments(env, organizations, criteria, place, PAGE_SIZE)
    const places = shipments.flatMap(({ organization, shipmentId }) => {
      const address = parseShipmentId(shipmentId)
      return address ? [{ ledger: ledgerName(organization, address.orderKey), address }] : []
    })
    for (const [ledger, all] of Map.groupBy(places, ({ ledger }) => ledger))
      for (const some of chunksOf(all, MOVED_TOGETHER)) {
        const addresses = some.map(({ address }) => address)
        const outcomes = await ledgerNamed(env, ledger).redrive(addresses)
        const redriven = outcomes.filter((outcome) => outcome === 'redriven').length
        counts = { redriven: counts.redriven + redriven, refused: counts.refused + outcomes.length - redriven }
      }
    place = next
    if (!next) break
  }
  return { ...counts, next: place }
}
