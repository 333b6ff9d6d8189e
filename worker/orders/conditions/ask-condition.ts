import { type AddressPolicy, mayAsk } from '@straks/shared'
import * as z from 'zod'
import { callHttp, type Fetch, jsonBody } from '../../platform/http-client.ts'

/** What a condition says. `unanswered` is all that is no clear yes or no: ask once more, then send. */
export type ConditionAnswer = 'send' | 'do-not-send' | 'unanswered'

/** How a condition is asked. `fetch` is the platform's; a test may bring its own. */
export type Asking = AddressPolicy & { readonly fetch?: Fetch; readonly timeoutMs: number }

/** How long a condition may take: a person waits for nothing here, but the ledger's lease on the shipment does. */
export const CONDITION_TIMEOUT_MS = 5_000

/** The name's case counts, and other members do not. docs/altinn/notifications.md §7.6. */
const Answer = z.object({ sendNotification: z.boolean() })

/**
 * Asks a condition once whether a message shall still be sent. Never throws and logs nothing: the address may carry
 * what identifies a person.
 *
 * The address is judged anew, for one that was stored under a milder policy. A redirect is not followed, because it may
 * lead where the guard would not let us.
 */
export async function askCondition(address: string, asking: Asking): Promise<ConditionAnswer> {
  const url = mayAsk(address, asking)
  if (!url.ok) return 'unanswered'
  const request = { method: 'GET', url: url.value, headers: { accept: 'application/json' } } as const
  const reply = await callHttp(request, AbortSignal.timeout(asking.timeoutMs), asking.fetch)
  if (!reply.ok || reply.value.status < 200 || reply.value.status >= 300) return 'unanswered'
  const answer = Answer.safeParse(jsonBody(reply.value))
  if (!answer.success) return 'unanswered'
  return answer.data.sendNotification ? 'send' : 'do-not-send'
}
