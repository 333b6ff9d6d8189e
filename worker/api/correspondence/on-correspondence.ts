import { fail, type Result } from '@straks/shared'
import * as z from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { parseCorrespondenceId } from '../../correspondence/correspondence-id.ts'
import type { Caller } from '../../correspondence/roles-of-caller.ts'
import type { Failure } from '../../domain/failure.ts'
import { correspondenceOf } from '../../platform/objects.ts'
import type { RequestContext } from '../http/request-context.ts'
import { boundUuid, json, problem } from '../routing/documentation.ts'
import type { RouteAnswer, RouteCall } from '../routing/route.ts'
import { callerOf } from './caller-of.ts'
import { correspondenceRefusal } from './refusals.ts'

/** A request about one correspondence. */
type CorrespondenceCall = Pick<RouteCall<'{id}', Principal>, 'params' | 'caller' | 'context'>

/** What a route needs to know before it does something with a correspondence. */
type OnCorrespondence = {
  readonly context: RequestContext
  readonly caller: Caller
  readonly correspondenceId: string
  readonly object: ReturnType<typeof correspondenceOf>
}

/** The parameter that names a correspondence. */
export const CORRESPONDENCE_ID = { id: boundUuid('correspondenceId', 'The `correspondenceId`.') }

/** What a route about one correspondence answers where there is none. */
export const NOT_FOUND = {
  404: problem('There is no such correspondence for you, or not yet, or not any more (1001).'),
}

/** What a route that does something answers when it is done. */
export const ITS_ID = { 200: json('Done: its id.', () => z.uuid()) }

/**
 * Makes the handler of a route about one correspondence. One that is not there, or not for this caller, cannot be told
 * from one that never was.
 */
export const onCorrespondence =
  (handle: (on: OnCorrespondence) => Promise<Result<RouteAnswer, Failure>>) =>
  async ({ params, caller: principal, context }: CorrespondenceCall): Promise<Result<RouteAnswer, Failure>> => {
    const caller = callerOf(principal, context.config)
    const correspondenceId = parseCorrespondenceId(params.id)
    if (correspondenceId === undefined) return fail(correspondenceRefusal('not-found'))
    context.note({ correspondenceId, organization: caller.organization })
    return handle({ context, caller, correspondenceId, object: correspondenceOf(context.env, correspondenceId) })
  }
