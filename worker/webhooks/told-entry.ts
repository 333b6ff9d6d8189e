import * as z from 'zod'
import { log } from '../platform/log.ts'
import type { feedOf } from '../platform/objects.ts'

const FeedPage = z.array(z.looseObject({ sequenceNumber: z.int(), lastUpdate: z.string() }))

/**
 * What a webhook is told of an entry of the feed: the same bytes at every attempt. `undefined` where the feed has the
 * entry no more, or cannot read it.
 */
export async function toldEntry(
  feed: ReturnType<typeof feedOf>,
  sequenceNumber: number,
  webhook: string,
): Promise<string | undefined> {
  const text = await feed.read({ seq: sequenceNumber - 1, pageSize: 1, orderBy: 'Asc' })
  const [entry] = FeedPage.safeParse(JSON.parse(text)).data ?? []
  if (entry?.sequenceNumber === sequenceNumber)
    return JSON.stringify({ type: 'shipment.ended', timestamp: entry.lastUpdate, data: entry })
  // Tried again it would be no more readable, and what comes after it would wait for ever.
  if ((await feed.numbersAfter(sequenceNumber - 1, 1))[0] === sequenceNumber)
    log('error', 'webhook-entry-unreadable', { webhook, sequenceNumber })
  return undefined
}
