import type { ShipmentAddress } from '../domain/order-id.ts'
import type { LiveShipments } from './live-shipments.ts'

/** How many addresses are read at a time: at most some 40 KB in memory. */
const READ_AT_ONCE = 500

/**
 * The shipments that have fallen due, the longest overdue first, each given out once. They are read some hundred at a time,
 * and not again: a storm of them would otherwise be read with every step of each.
 */
export class DueShipments {
  readonly #shipments: LiveShipments
  /** Those that are read and not given out yet. */
  #ahead: ShipmentAddress[] = []
  /** What was due by then has been read, unless there is more of it. */
  #readUpToMs = Number.NEGATIVE_INFINITY
  #isMore = false

  constructor(shipments: LiveShipments) {
    this.#shipments = shipments
  }

  /**
   * Gives out so many of those that are due. What has happened to one since it was read is for the caller to look at.
   *
   * @param passedOver how many due shipments are not to be given out
   */
  take(nowMs: number, limit: number, passedOver: number, isPassedOver: (address: ShipmentAddress) => boolean) {
    const taken: ShipmentAddress[] = []
    while (taken.length < limit && this.#isDue(nowMs)) {
      if (this.#ahead.length === 0) this.#read(nowMs, READ_AT_ONCE + passedOver, isPassedOver)
      for (const address of this.#ahead.splice(0, limit - taken.length)) taken.push(address)
    }
    return taken
  }

  /** When the next one is due; a time that has passed where one is now. */
  nextMs(): number | undefined {
    if (this.#ahead.length > 0 || this.#isMore) return this.#readUpToMs
    const { earliestWrittenMs } = this.#shipments
    return earliestWrittenMs <= this.#readUpToMs ? earliestWrittenMs : this.#shipments.nextAfterMs(this.#readUpToMs)
  }

  /** Starts reading from the beginning: what was given out before may have been lost. */
  startAnew(): void {
    this.#ahead = []
    this.#isMore = false
    this.#readUpToMs = Number.NEGATIVE_INFINITY
  }

  #isDue(nowMs: number): boolean {
    const nextMs = this.nextMs()
    return nextMs !== undefined && nextMs <= nowMs
  }

  #read(nowMs: number, limit: number, isPassedOver: (address: ShipmentAddress) => boolean): void {
    const due = this.#shipments.due(nowMs, limit)
    this.#ahead = due.filter((address) => !isPassedOver(address))
    this.#isMore = due.length === limit
    this.#readUpToMs = nowMs
  }
}
