import { describe, expect, it } from 'vitest'
import { createClient, type FeedEntry } from '../../client/index.ts'
import { json, serveLocally } from './local-server.ts'

const entry = (sequenceNumber: number, status = 'SMS_Delivered') => ({
  sequenceNumber,
  shipmentId: `shipment-${sequenceNumber}`,
  recipients: [{ destination: '', status, lastUpdate: '2026-12-01T09:00:02.000Z' }],
  status: 'Order_Completed',
  lastUpdate: '2026-12-01T09:00:02.000Z',
  shipmentType: 'Instant',
})

const STATUSES = ['SMS_Delivered', 'SMS_Failed_TTL', 'Email_Delivered', 'Email_Failed_Bounced', 'SMS_Failed']

/** Serves five entries, two a page. */
const serveFeed = () =>
  serveLocally(({ url }, _count, response) => {
    const seq = Number(new URL(url, 'http://x').searchParams.get('seq'))
    const all = STATUSES.map((status, index) => entry(index + 1, status))
    json(response, 200, all.filter(({ sequenceNumber }) => sequenceNumber > seq).slice(0, 2))
  })

const clientOf = (baseUrl: string) => createClient({ baseUrl, token: 'token' })

describe('the feed', () => {
  it('is read to its end, page by page, each entry once', async () => {
    await using server = await serveFeed()
    const seen: number[] = []
    for await (const { sequenceNumber } of clientOf(server.url).shipments.feed()) {
      seen.push(sequenceNumber)
      if (sequenceNumber === 5) break
    }
    expect(seen).toEqual([1, 2, 3, 4, 5])
  })

  it('is read on from a number', async () => {
    await using server = await serveFeed()
    for await (const { sequenceNumber } of clientOf(server.url).shipments.feed({ after: 3 })) {
      expect(sequenceNumber).toBe(4)
      break
    }
  })

  it('waits for what comes, and ends with its signal', async () => {
    await using server = await serveFeed()
    const controller = new AbortController()
    const seen: number[] = []
    const pauses: number[] = []
    const wait = async (milliseconds: number) => {
      pauses.push(milliseconds)
      if (pauses.length === 3) controller.abort()
    }
    const clock = { now: () => Date.now(), random: () => 1, wait }
    const client = createClient({ baseUrl: server.url, token: 'token', clock })
    const options = { after: 4, pollMs: 20, signal: controller.signal }
    for await (const { sequenceNumber } of client.shipments.feed(options)) seen.push(sequenceNumber)
    expect(seen).toEqual([5])
    expect(pauses).toEqual([20, 20, 20])
    expect(server.seen).toHaveLength(4)
  })

  it('hands failures alone to their handler', async () => {
    await using server = await serveFeed()
    const controller = new AbortController()
    const failed: FeedEntry[] = []
    await clientOf(server.url).shipments.onFailed(
      (one) => {
        failed.push(one)
        if (failed.length === 3) controller.abort()
      },
      { signal: controller.signal },
    )
    expect(failed.map(({ sequenceNumber }) => sequenceNumber)).toEqual([2, 4, 5])
  })

  it('fails where the server refuses it', async () => {
    await using server = await serveLocally((_seen, _count, response) => json(response, 403, { title: 'No' }))
    await expect(clientOf(server.url).shipments.feed().next()).rejects.toThrow('403 No')
  })
})
