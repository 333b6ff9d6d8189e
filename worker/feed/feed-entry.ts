/** What a feed tells of one shipment, once it is final. */
export type FeedEntry = {
  readonly shipmentId: string
  /** When the shipment became final: an entry is kept for so many days from then. */
  readonly atMs: number
  /** The entry as it will be read, a JSON object's text, but for its sequence number. `spec/notifications.md` 4.4. */
  readonly entry: string
}

/** Oldest or newest first. */
export const FEED_ORDERS = ['Asc', 'Desc'] as const

export type FeedOrder = (typeof FEED_ORDERS)[number]

/** Which entries a reader wants: those beyond a number, in an order. The newest are those before 0. */
export type FeedPage = { readonly seq: number; readonly pageSize: number; readonly orderBy: FeedOrder }

/** The most entries that one page holds. `spec/notifications.md` 4.4. */
export const FEED_PAGE_SIZE_MAX = 500
