/** Less than an attempt may take, so that a service that hangs is told from a worker that does. */
const ATTEMPT_TIMEOUT_MS = 7_000

/** Ends all calls of one attempt together. The time begins now. */
export const attemptTimeout = (): AbortSignal => AbortSignal.timeout(ATTEMPT_TIMEOUT_MS)
