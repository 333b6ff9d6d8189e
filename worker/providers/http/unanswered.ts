import type { Outcome } from '../../domain/outcome.ts'

/**
 * A service that has no time (503), or a proxy that never reached it (521 and so on): the message was not taken. Deployed,
 * a connection that is refused is such an answer too: 521 from the platform, or 530 where a name leads nowhere. Elsewhere
 * `fetch` throws the same error for it as for a connection that breaks.
 */
const NEVER_TAKEN: ReadonlySet<number> = new Set([503, 521, 523, 525, 526, 530])

const SERVER_ERROR = 500

/**
 * What an HTTP status means that tells nothing of the message itself. Behind an error of the server the message may have
 * been taken all the same; anything else turned the request away.
 */
export const outcomeOfStatus = (status: number): Outcome =>
  status >= SERVER_ERROR && !NEVER_TAKEN.has(status) ? { kind: 'uncertain' } : { kind: 'unavailable' }
