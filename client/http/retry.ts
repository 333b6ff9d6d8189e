/** Answers that may be another the next time: too many requests, and a server or gateway that is briefly away. */
const TRANSIENT_STATUSES = new Set([408, 425, 429, 500, 502, 503, 504])

/** Methods that change nothing the second time (RFC 9110, 9.2.2). */
const IDEMPOTENT_METHODS = new Set(['GET', 'PUT', 'DELETE'])

/** Members that make a request repeatable: the server finds the order that already has the key. */
const KEYS = ['idempotencyId', 'idempotentKey']

/** Whether sending a request again can do no harm: by its method, or because its body carries a key. */
export function isRepeatable(method: string, body: unknown): boolean {
  if (IDEMPOTENT_METHODS.has(method)) return true
  if (typeof body !== 'object' || body === null) return false
  const members = Object.entries(body)
  return members.some(([name, value]) => KEYS.includes(name) && typeof value === 'string' && value !== '')
}

export const isTransient = (status: number): boolean => TRANSIENT_STATUSES.has(status)

/** The pause that a server asks for, in milliseconds: `Retry-After` in seconds or as a date (RFC 9110, 10.2.3). */
export function readRetryAfter(header: string | null, nowMs: number): number | undefined {
  if (header === null || header.length > 64) return undefined
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1_000
  const atMs = Date.parse(header)
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - nowMs)
}

/**
 * The pause before the next attempt, in milliseconds: between half and all of a time that doubles, so that clients that
 * failed together do not come back together. Never shorter than the server asked for.
 *
 * @param attempt how many attempts there have been, from 1
 * @param chance from 0 up to 1
 */
export function pauseMs(
  attempt: number,
  chance: number,
  limits: { readonly firstPauseMs: number; readonly longestPauseMs: number },
  retryAfterMs: number | undefined,
): number {
  const ceilingMs = Math.min(limits.firstPauseMs * 2 ** (attempt - 1), limits.longestPauseMs)
  const ownMs = ceilingMs * (0.5 + chance / 2)
  return Math.min(Math.max(ownMs, retryAfterMs ?? 0), limits.longestPauseMs)
}
