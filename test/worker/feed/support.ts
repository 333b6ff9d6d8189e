import { env } from 'cloudflare:workers'
import type { FeedEntry, FeedPage } from '../../../worker/feed/feed-entry.ts'

export const T0 = Date.UTC(2030, 0, 1)
export const DAY_MS = 86_400_000

export const feed = (organization = 'ttd') => env.STATUS_FEED.getByName(organization)

/** A shipment that became final, with a reference to tell it from others. */
export function finished(sendersReference: string, changes: Partial<FeedEntry> = {}): FeedEntry {
  const shipmentId = changes.shipmentId ?? crypto.randomUUID()
  const lastUpdate = new Date(changes.atMs ?? T0).toISOString()
  const recipient = { destination: '+4799999999', status: 'SMS_Delivered', lastUpdate }
  const entry = {
    shipmentId,
    sendersReference,
    recipients: [recipient],
    status: 'Order_Completed',
    lastUpdate,
    shipmentType: 'Notification',
  }
  return { shipmentId, atMs: T0, mayBeThere: false, entry: JSON.stringify(entry), ...changes }
}

/** So many of them, one after the other. */
export const someFinished = (count: number, changes: Partial<FeedEntry> = {}): readonly FeedEntry[] =>
  Array.from({ length: count }, (_, index) => finished(`r${index + 1}`, changes))

type ReadEntry = { readonly sequenceNumber: number; readonly shipmentId: string; readonly sendersReference: string }

/** A page as its reader sees it: the first of all entries, unless asked for others. */
export async function read(changes: Partial<FeedPage> = {}, organization = 'ttd'): Promise<readonly ReadEntry[]> {
  return JSON.parse(await feed(organization).read({ seq: 0, pageSize: 500, orderBy: 'Asc', ...changes }))
}

export const numbersOf = (entries: readonly ReadEntry[]): readonly number[] =>
  entries.map(({ sequenceNumber }) => sequenceNumber)

/** The whole numbers from one to another. */
export const range = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)

/** Tells a feed what ended next in one ledger. */
export async function bring(
  entries: readonly FeedEntry[],
  { organization = 'ttd', source = '0' }: { readonly organization?: string; readonly source?: string } = {},
): Promise<void> {
  const heard = await feed(organization).heardUpTo(source)
  await feed(organization).append({ source, firstSequence: heard + 1, entries })
}
