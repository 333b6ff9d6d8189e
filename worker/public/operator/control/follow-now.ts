import type { DeskStore } from './caller.ts'
import { readOverview } from './read.ts'

/** How often the numbers are read anew. Each time asks up to sixteen ledgers of each of twenty organisations. */
const READ_EVERY_MS = 10_000

/** Keeps *Now* up to date: while it is looked at, and not paused. */
export function followNow(store: DeskStore): void {
  let isReading = false

  async function read(): Promise<void> {
    const { place, session, isPaused } = store.get()
    if (isReading || isPaused || place.view !== 'now' || session === undefined || session === 'unknown') return
    if (document.visibilityState !== 'visible') return
    isReading = true
    await readOverview(store)
    isReading = false
  }

  setInterval(() => void read(), READ_EVERY_MS)
  document.addEventListener('visibilitychange', () => void read())
  addEventListener('online', () => void read())
}
