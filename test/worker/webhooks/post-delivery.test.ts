import { describe, expect, it } from 'vitest'
import { postDelivery } from '../../../worker/webhooks/post-delivery.ts'

const OUTGOING = { url: 'https://receiver.example/', webhookId: 'ttd.1', body: '{}', secrets: ['whsec_c2VjcmV0'] }

/** What a receiver answers with: headers, and a body that never ends. */
function endless(status: number, chunk: Uint8Array | undefined) {
  const seen = { isCancelled: false, bytes: 0 }
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (!chunk) return new Promise(() => undefined)
      seen.bytes += chunk.byteLength
      controller.enqueue(chunk)
      return undefined
    },
    cancel: () => {
      seen.isCancelled = true
    },
  })
  return { seen, fetch: async () => ({ status, headers: new Headers(), body }) }
}

/** Much longer than a status takes, much shorter than the receiver's fifteen seconds. */
const PATIENCE_MS = 3_000

describe('an answer whose body does not end', () => {
  it.each([
    ['silent', 200, undefined, 'received'],
    ['without a pause', 200, new Uint8Array(1_024), 'received'],
    ['silent', 503, undefined, 'refused'],
  ])('holds nothing up: %s, %i', async (_kind, status, chunk, outcome) => {
    const { seen, fetch } = endless(status, chunk)
    const posting = postDelivery(OUTGOING, () => 0, fetch)
    const posted = await Promise.race([posting, scheduler.wait(PATIENCE_MS)])
    expect(posted).toMatchObject({ record: { outcome, status } })
    expect(seen.isCancelled).toBe(true)
    expect(seen.bytes).toBeLessThanOrEqual(4_096)
  })
})

describe('a receiver that asks for time', () => {
  it.each([
    ['7200', 7_200_000],
    ['Thu, 01 Jan 1970 03:00:00 GMT', 10_800_000],
    ['999999999', 86_400_000],
  ])('has it, up to a day: %s', async (header, retryAfterMs) => {
    const fetch = async () => ({ status: 503, headers: new Headers({ 'retry-after': header }), body: null })
    expect(await postDelivery(OUTGOING, () => 0, fetch)).toMatchObject({ retryAfterMs })
  })
})
