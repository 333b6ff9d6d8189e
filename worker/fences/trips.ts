import type { Fence } from '../domain/fences.ts'
import type { Trip } from './contract.ts'

/** How often a line is logged of a fence that goes on refusing: once in each of its windows, and once a minute at most. */
const SHORTEST_WINDOW_MS = 60_000

/** A trip with what is kept of it beside what is shown. */
export type KeptTrip = Trip & { readonly loggedMs: number }

/** What fences have refused. One that refuses nothing for a window starts a new count. */
export class Trips {
  readonly #trips = new Map<Fence, KeptTrip>()

  constructor(kept: readonly KeptTrip[]) {
    for (const trip of kept) this.#trips.set(trip.fence, trip)
  }

  /** Notes refusals of a fence. Gives what there is of it now, and whether it is time for a line in the log. */
  note(fence: Fence, refused: number, windowMs: number, nowMs: number): { trip: KeptTrip; isNews: boolean } {
    const pauseMs = Math.max(windowMs, SHORTEST_WINDOW_MS)
    const before = this.#trips.get(fence)
    const goesOn = before !== undefined && nowMs - before.lastMs < pauseMs
    const isNews = !before || nowMs - before.loggedMs >= pauseMs
    const trip: KeptTrip = {
      fence,
      refused: (goesOn ? before.refused : 0) + refused,
      sinceMs: goesOn ? before.sinceMs : nowMs,
      lastMs: nowMs,
      loggedMs: isNews ? nowMs : before.loggedMs,
    }
    this.#trips.set(fence, trip)
    return { trip, isNews }
  }

  all(): readonly Trip[] {
    return [...this.#trips.values()].map(({ loggedMs: _, ...trip }) => trip)
  }
}
