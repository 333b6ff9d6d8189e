/** The platform takes no alarm for a distant century; one that rings early finds nothing due and is set anew. */
export const LONGEST_SLEEP_MS = 31_536_000_000

/** The earlier of two times, of which there may be none: then it is never. */
export const earlier = (one = Number.POSITIVE_INFINITY, other = Number.POSITIVE_INFINITY): number =>
  Math.min(one, other)
