import type { DeliveryAddress } from '../domain/order-id.ts'
import type { Provider } from '../providers/provider.ts'

const BUCKETS = 100

/** Coprime to the buckets, so that messages of one order, and to one shipment's recipients, meet all of them in turn. */
const NUMBER_STEP = 31
const POSITION_STEP = 37

/** Digits of an order's key that are chance. The first one names its ledger. */
const CHANCE = [1, 9] as const

/** Which of a hundred messages this one is: chance, and the same at every attempt. */
const bucketOf = ({ orderKey, number, position }: DeliveryAddress): number =>
  (Number.parseInt(orderKey.slice(...CHANCE), 16) + number * NUMBER_STEP + position * POSITION_STEP) % BUCKETS

/**
 * The providers in order of preference for one message. One with a share comes first for so many messages of a hundred, and
 * for the others behind those that have none.
 */
export function inPreference(all: readonly Provider[], address: DeliveryAddress): readonly Provider[] {
  const shared = all.filter(({ share }) => share !== undefined)
  if (shared.length === 0) return all
  const bucket = bucketOf(address)
  let upTo = 0
  const first = shared.find(({ share = 0 }) => {
    upTo += share
    return bucket < upTo
  })
  const rest = all.filter((provider) => provider !== first)
  return [
    ...(first ? [first] : []),
    ...rest.filter(({ share }) => share === undefined),
    ...rest.filter(({ share }) => share !== undefined),
  ]
}
