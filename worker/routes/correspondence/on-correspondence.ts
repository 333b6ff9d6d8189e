import type { Caller } from '../../correspondence/caller.ts'
import { parseCorrespondenceId } from '../../correspondence/correspondence-id.ts'
import { correspondenceOf } from '../../durable-objects/objects.ts'
import { type Exchange, refuse } from '../../http/exchange.ts'
import type { RouteRequest } from '../../http/route-request.ts'
import { callerOf } from './caller-of.ts'
import { refusalOf } from './refusals.ts'

/** What a route needs to know before it does something with a correspondence. */
export type OnCorrespondence = {
  readonly exchange: Exchange
  readonly caller: Caller
  readonly correspondenceId: string
  readonly object: ReturnType<typeof correspondenceOf>
}

/**
 * Makes the handler of a route about one correspondence: who is calling, and which one it is. One that is not there, or
 * not for this caller, cannot be told from one that never was.
 */
export const onCorrespondence =
  (scopes: readonly [string, ...string[]], handle: (on: OnCorrespondence) => Promise<Response>) =>
  async (request: RouteRequest, exchange: Exchange): Promise<Response> => {
    const caller = await callerOf(request, exchange, scopes)
    if (!caller.ok) return refuse(exchange, caller.failure)
    const correspondenceId = parseCorrespondenceId(request.params.id)
    if (correspondenceId === undefined) return refuse(exchange, refusalOf('not-found'))
    exchange.note({ correspondenceId, organization: caller.value.organization })
    const object = correspondenceOf(exchange.env, correspondenceId)
    return handle({ exchange, caller: caller.value, correspondenceId, object })
  }
