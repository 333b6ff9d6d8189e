const POLL_MS = 50
const GIVE_UP_AFTER_MS = 60_000

/** A question that came while the runtime was starting may get no answer at all. */
const ASK_AGAIN_AFTER_MS = 5_000

/** What the service says of itself when it cannot serve: a setting that is missing or malformed, by name. */
async function explain(response: Response): Promise<string> {
  const problem: unknown = await response.json().catch(() => undefined)
  if (typeof problem === 'object' && problem !== null && 'detail' in problem) return String(problem.detail)
  return `The service answers ${response.status} at ${response.url}.`
}

/**
 * Resolves when the service at this address says that it is well.
 *
 * @throws Error with the service's own sentence where it cannot serve
 */
export async function untilReady(url: string): Promise<void> {
  const startedAtMs = Date.now()
  while (Date.now() - startedAtMs < GIVE_UP_AFTER_MS) {
    const response = await fetch(`${url}/health`, { signal: AbortSignal.timeout(ASK_AGAIN_AFTER_MS) }).catch(
      () => undefined,
    )
    if (response?.ok) return
    if (response) throw new Error(await explain(response))
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
  throw new Error(`Nothing answers at ${url} after ${GIVE_UP_AFTER_MS / 1_000} s.`)
}
