import type { StatusFeedPage } from '../generated/types.ts'
import type { Answer, MakeCall } from '../http/call.ts'
import type { ClientSettings } from '../options.ts'

/** One shipment that has ended. */
export type FeedEntry = StatusFeedPage[number]

/** Where a reader of the feed starts, and how it waits. */
export type FeedOptions = {
  /** The last `sequenceNumber` that you have dealt with; what lies beyond it is read. Left out: 0, all there is. */
  readonly after?: number
  /** How long to wait before asking again where there is nothing new, in milliseconds. Left out: 1 000. */
  readonly pollMs?: number
  /** Ends the reading: the iterator finishes. */
  readonly signal?: AbortSignal
}

/** How messages fare. */
export type Shipments = {
  readonly get: (shipmentId: string) => Promise<Answer<'getShipment'>>
  /**
   * Every shipment that has ended, in order, once each, for as long as you read. Store `sequenceNumber` when you have
   * dealt with an entry, and give it as `after` to go on there.
   */
  readonly feed: (options?: FeedOptions) => AsyncGenerator<FeedEntry, void, void>
  /** Calls `handle` for each shipment of which a message failed, and waits for it before the next. */
  readonly onFailed: (handle: (entry: FeedEntry) => void | Promise<void>, options?: FeedOptions) => Promise<void>
}

const isFailed = ({ recipients }: FeedEntry): boolean => recipients.some(({ status }) => /_Failed/.test(status))

export function shipmentsApi(call: MakeCall, { clock }: ClientSettings): Shipments {
  async function* feed({ after = 0, pollMs = 1_000, signal }: FeedOptions = {}): AsyncGenerator<FeedEntry, void, void> {
    let seq = after
    try {
      while (!signal?.aborted) {
        const page = await call('getStatusFeed', { query: { seq }, ...(signal && { signal }) })
        for (const entry of page) {
          yield entry
          seq = entry.sequenceNumber
        }
        if (page.length === 0) await clock.wait(pollMs, signal)
      }
    } catch (error) {
      if (!signal?.aborted) throw error
    }
  }
  return {
    get: (shipmentId) => call('getShipment', { params: { shipmentId } }),
    feed,
    onFailed: async (handle, options) => {
      for await (const entry of feed(options)) if (isFailed(entry)) await handle(entry)
    },
  }
}
