import { callHttp, type HttpRequest } from '../../platform/http-client.ts'
import type { AltinnHost } from './host.ts'

/**
 * What came of a question. `refused`: the service lives and would not answer, which is about us (a token, a setting, a
 * number it dislikes); `failed`: it does not live, for now.
 */
type Reply =
  | { readonly kind: 'answered'; readonly text: string }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'failed'; readonly why: string }

/** As Altinn waits for the contact register. docs/altinn/correspondence.md §5. */
export const CALL_TIMEOUT_MS = 2_000

/** Statuses below 500 that speak of the service's own trouble: it was too slow, or has too much to do. */
const TROUBLED = [408, 429]

/** Asks once and waits two seconds for the whole answer. */
export async function askOnce({ fetch }: AltinnHost, question: HttpRequest): Promise<Reply> {
  const reply = await callHttp(question, AbortSignal.timeout(CALL_TIMEOUT_MS), fetch)
  if (!reply.ok) return { kind: 'failed', why: reply.failure }
  const { status, text } = reply.value
  if (status >= 200 && status < 300)
    return text === undefined ? { kind: 'failed', why: 'unreadable' } : { kind: 'answered', text }
  const isRefusal = status >= 400 && status < 500 && !TROUBLED.includes(status)
  return isRefusal ? { kind: 'refused', status } : { kind: 'failed', why: `http-${status}` }
}
