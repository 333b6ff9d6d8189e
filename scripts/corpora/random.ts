/** Chance with a seed, so that a corpus comes out the same wherever it is made. */
export type Random = {
  /** A whole number from `min` to `max`, both included. */
  integer(min: number, max: number): number
  /** One of the items. */
  pick<Item>(items: readonly [Item, ...Item[]]): Item
  /** True in the given share of calls. */
  chance(share: number): boolean
}

/** A 32-bit generator after Marsaglia's xorshift. Good enough to shuffle sentences, and nothing else. */
export function createRandom(seed: number): Random {
  let state = seed | 0 || 1
  const next = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 0x1_0000_0000
  }
  return {
    integer: (min, max) => min + Math.floor(next() * (max - min + 1)),
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
    chance: (share) => next() < share,
  }
}
