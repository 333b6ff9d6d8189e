import { callForStatus, type Fetch } from '../platform/http-client.ts'
import { retryAfterMs } from '../platform/retry-after.ts'
import type { AttemptRecord } from './endpoint.ts'
import { LONGEST_RETRY_AFTER_MS } from './retry-schedule.ts'
import { signedHeaders } from './signature.ts'

/** How long a receiver may take to answer. */
const TIMEOUT_MS = 15_000

const GONE = 410

/** What came of an attempt. */
type Posted = {
  readonly record: AttemptRecord
  /** Whether the receiver wants nothing any more. */
  readonly isGone: boolean
  /** How long it asks to be left alone, in milliseconds; 0 where it does not say. */
  readonly retryAfterMs: number
}

/** A delivery ready to go out. */
type Outgoing = {
  readonly url: string
  readonly webhookId: string
  readonly body: string
  readonly secrets: readonly string[]
}

/**
 * Posts a delivery. Never throws. 2xx is received, whatever its body; a redirect is not followed, because it may lead where the guard of
 * addresses would not let us.
 */
export async function postDelivery(
  { url, webhookId, body, secrets }: Outgoing,
  nowMs: () => number,
  fetch?: Fetch,
): Promise<Posted> {
  const atMs = nowMs()
  const headers = { 'content-type': 'application/json', ...(await signedHeaders(webhookId, body, secrets, atMs)) }
  const reply = await callForStatus({ method: 'POST', url, headers, body }, AbortSignal.timeout(TIMEOUT_MS), fetch)
  const base = { webhookId, atMs, durationMs: nowMs() - atMs }
  if (!reply.ok) {
    const outcome = reply.failure === 'silence' ? 'timeout' : 'no-answer'
    return { record: { ...base, outcome }, isGone: false, retryAfterMs: 0 }
  }
  const { status } = reply.value
  const outcome = status >= 200 && status < 300 ? 'received' : 'refused'
  return {
    record: { ...base, outcome, status },
    isGone: status === GONE,
    retryAfterMs: retryAfterMs(reply.value.headers.get('retry-after'), '', nowMs(), LONGEST_RETRY_AFTER_MS),
  }
}
