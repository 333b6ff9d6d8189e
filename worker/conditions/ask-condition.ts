import * as z from 'zod'
import { type AddressPolicy, mayAsk } from './may-ask.ts'
import { readUpTo } from './read-up-to.ts'

/** What a condition says. `unanswered` is all that is no clear yes or no: ask once more, then send. */
export type ConditionAnswer = 'send' | 'do-not-send' | 'unanswered'

/** How a condition is asked. `fetch` is the platform's; a test may bring its own. */
export type Asking = AddressPolicy & { readonly fetch: Fetch; readonly timeoutMs: number }

/** As much of `fetch` as a question takes. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchAnswer>

type FetchInit = {
  readonly headers: Record<string, string>
  readonly redirect: 'manual'
  readonly signal: AbortSignal
}

type FetchAnswer = Pick<Response, 'ok' | 'body'>

/** How long a condition may take: a person waits for nothing here, but the ledger's lease on the shipment does. */
export const CONDITION_TIMEOUT_MS = 5_000

/** An answer is one member long; sixteen thousand times that is no answer. */
const ANSWER_MAX_BYTES = 65_536

/** The name's case counts, and other members do not. `spec/notifications.md` 7.6. */
const Answer = z.object({ sendNotification: z.boolean() })

function understand(text: string): ConditionAnswer {
  try {
    const { sendNotification } = Answer.parse(JSON.parse(text))
    return sendNotification ? 'send' : 'do-not-send'
  } catch {
    return 'unanswered'
  }
}

/**
 * Asks a condition once whether a message shall still be sent. Never throws and logs nothing: the address may carry
 * what identifies a person.
 *
 * The address is judged anew, for one that was stored under a milder policy. A redirect is not followed, because it may
 * lead where the guard would not let us.
 */
export async function askCondition(address: string, asking: Asking): Promise<ConditionAnswer> {
  // Taken out of its object: the platform's own does not let itself be called as somebody's method.
  const { fetch, timeoutMs } = asking
  const url = mayAsk(address, asking)
  if (!url.ok) return 'unanswered'
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    const { ok, body } = await fetch(url.value.href, {
      headers: { accept: 'application/json' },
      redirect: 'manual',
      signal,
    })
    if (ok && body) return understand((await readUpTo(body, ANSWER_MAX_BYTES)) ?? '')
    await body?.cancel()
  } catch {
    // Out of time, no such name, connection refused or broken off: nobody answered.
  }
  return 'unanswered'
}
