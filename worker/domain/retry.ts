/** The first pause between two attempts; each further one is twice as long. */
const FIRST_PAUSE_MS = 500

/** The longest pause: a provider that comes back is found within it. */
export const LONGEST_PAUSE_MS = 60_000

/** The same for one of the few that wait for the one provider that may have them while all others go elsewhere. */
export const LONGEST_PINNED_PAUSE_MS = 15_000

/**
 * How long to wait after a failed attempt: exponential, half of it left to chance, so that the shipments an outage
 * held up do not all come back in the same instant.
 *
 * @param attempt how many attempts have been made, from 1
 * @param chance from 0 up to 1
 * @param longestMs what no pause exceeds
 */
export function backoffMs(attempt: number, chance: number, longestMs = LONGEST_PAUSE_MS): number {
  const full = Math.min(FIRST_PAUSE_MS * 2 ** Math.min(attempt - 1, 20), longestMs)
  return Math.round(full * (0.5 + chance / 2))
}
