import type { Host } from './host.ts'

/** One question over HTTP. */
export type Question = {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Record<string, string>
  readonly body?: string
}

/**
 * What came of a question. `refused`: the service lives and would not answer, which is about us (a token, a setting, a
 * number it dislikes); `failed`: it does not live, for now.
 */
export type Reply =
  | { readonly kind: 'answered'; readonly text: string }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'failed'; readonly why: string }

/** As Altinn waits for the contact register. `spec/correspondence.md` 5. */
export const CALL_TIMEOUT_MS = 2_000

/** Statuses below 500 that speak of the service's own trouble: it was too slow, or has too much to do. */
const TROUBLED = [408, 429]

function judge(status: number, ok: boolean, text: string): Reply {
  if (ok) return { kind: 'answered', text }
  const isRefusal = status >= 400 && status < 500 && !TROUBLED.includes(status)
  return isRefusal ? { kind: 'refused', status } : { kind: 'failed', why: `http-${status}` }
}

/**
 * Asks once and waits two seconds for the whole answer. A redirect is not followed: the question carries a token and a
 * national identity number, which go nowhere but where the settings say.
 */
export async function call({ fetch }: Host, { url, ...question }: Question): Promise<Reply> {
  const patience = AbortSignal.timeout(CALL_TIMEOUT_MS)
  try {
    const response = await fetch(url, { ...question, redirect: 'manual', signal: patience })
    return judge(response.status, response.ok, await response.text())
  } catch {
    return { kind: 'failed', why: patience.aborted ? 'silence' : 'unreachable' }
  }
}
