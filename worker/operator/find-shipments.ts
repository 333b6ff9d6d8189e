import { ledgersIn, mayHave } from '../domain/activity.ts'
import { ledgerNames } from '../domain/order-id.ts'
import type { FoundShipment, OperatorShipment, SearchCriteria } from '../ledger/operation/contract.ts'
import { ledgerNamed } from '../platform/objects.ts'
import type { KnownOrganization } from './directory.ts'
import type { SearchPlace } from './search-place.ts'

/** Shipments that were found, and where the search goes on; `undefined` at its end. */
export type FoundShipments = { readonly shipments: readonly OperatorShipment[]; readonly next: SearchPlace | undefined }

/** Ledgers that one page looks through, all of an organisation’s at a time: a request may make only so many calls. */
const LEDGERS_A_PAGE = 640

type Source = { readonly index: number; readonly waiting: FoundShipment[]; readonly next: string | null }

const isUnderWay = ({ cursor }: FoundShipment): boolean => !cursor.startsWith('ended')

/** Under way before ended, then the latest first. */
function compare(one: FoundShipment, other: FoundShipment): number {
  const order = Number(isUnderWay(other)) - Number(isUnderWay(one))
  return order === 0 ? other.shipment.lastUpdateMs - one.shipment.lastUpdateMs : order
}

/** Goes on in the ledgers of one organisation: asks each for as much as a page has, and takes the best of their heads. */
async function searchOrganization(
  env: Env,
  { organization, places, slices }: SearchPlace & Pick<KnownOrganization, 'slices'>,
  criteria: SearchCriteria,
  limit: number,
): Promise<FoundShipments> {
  const sources = await Promise.all(
    ledgerNames(organization).map(async (name, index): Promise<Source> => {
      const place = places[index]
      if (place === null || !mayHave(slices, name)) return { index, waiting: [], next: null }
      const { found, next } = await ledgerNamed(env, name).search(criteria, place, limit)
      return { index, waiting: [...found], next: next ?? null }
    }),
  )
  const reached = sources.map(({ index, waiting, next }) => (waiting.length === 0 ? next : places[index]))
  const shipments: OperatorShipment[] = []
  while (shipments.length < limit) {
    const heads = sources.filter(({ waiting }) => waiting.length > 0)
    const best = heads.toSorted((one, other) => compareHeads(one, other))[0]
    const taken = best?.waiting.shift()
    if (!best || !taken) break
    shipments.push(taken.shipment)
    reached[best.index] = best.waiting.length === 0 ? best.next : taken.cursor
  }
  const isOver = reached.every((place) => place === null)
  return { shipments, next: isOver ? undefined : { organization, places: reached } }
}

function compareHeads({ waiting: [one] }: Source, { waiting: [other] }: Source): number {
  return one && other ? compare(one, other) : 0
}

/**
 * A page of the shipments that fit, of one organisation after the other. A page may have fewer than its limit, or none,
 * where much had to be looked through: it goes on all the same.
 */
export async function findShipments(
  env: Env,
  organizations: readonly KnownOrganization[],
  criteria: SearchCriteria,
  { from, limit }: { readonly from: SearchPlace | undefined; readonly limit: number },
): Promise<FoundShipments> {
  const rest = from ? organizations.filter(({ organization }) => organization >= from.organization) : organizations
  const shipments: OperatorShipment[] = []
  let asked = 0
  for (const [index, { organization, slices }] of rest.entries()) {
    const place = from?.organization === organization ? from : { organization, places: [] }
    const page = await searchOrganization(env, { ...place, slices }, criteria, limit - shipments.length)
    for (const one of page.shipments) shipments.push(one)
    if (page.next) return { shipments, next: page.next }
    asked += ledgersIn(organization, slices).length
    const following = rest[index + 1]
    const isFull = shipments.length >= limit || asked >= LEDGERS_A_PAGE
    if (following && isFull) return { shipments, next: { organization: following.organization, places: [] } }
  }
  return { shipments, next: undefined }
}
