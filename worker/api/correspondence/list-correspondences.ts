import { ok } from '@straks/shared'
import { described } from '#described'
import { deriveCorrespondenceId } from '../../correspondence/correspondence-id.ts'
import { markOfReference } from '../../correspondence/correspondence-listing.ts'
import { type CorrespondenceQuery, findCorrespondences, isMeant } from '../../correspondence/correspondence-query.ts'
import type { Caller } from '../../correspondence/roles-of-caller.ts'
import { correspondenceOf } from '../../platform/objects.ts'
import { json, problem } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'
import { callerOf, SENDER_OR_RECIPIENT } from './caller-of.ts'
import { LIST_QUERY } from './list-query.ts'

/** The one with an idempotency key. It is asked itself: the way back after a 409 waits for no index. */
async function findByKey(
  env: Env,
  caller: Caller,
  query: CorrespondenceQuery,
  idempotentKey: string,
): Promise<readonly string[]> {
  if (caller.organization === undefined) return []
  const id = await deriveCorrespondenceId(caller.organization, idempotentKey)
  const row = await correspondenceOf(env, id).listingRow()
  return row && (await isMeant(row, caller, query)) ? [id] : []
}

/**
 * `GET /correspondence`: the ids of the correspondences that a caller has sent or received.
 * docs/altinn/correspondence.md §9.
 */
export const listCorrespondences = defineRoute({
  method: 'GET',
  path: '',
  access: SENDER_OR_RECIPIENT,
  query: LIST_QUERY,
  documentation: described(() => ({
    id: 'listCorrespondences',
    summary: 'List correspondences',
    description:
      'The ids of those that you have sent, or received and that are published; purged ones are not among them. 1,000 at most, the latest publication first; `from`, `to` and `status` reach the others. The list follows what happens within seconds; only with `idempotentKey` it never lags.',
    answers: {
      200: json('Their ids.', 'CorrespondenceIds'),
      400: problem('A parameter is none that there can be, or `from` is after `to` (1027).'),
    },
  })),
  handle: async ({ caller: principal, query, context }) => {
    const { env, config } = context
    const caller = callerOf(principal, config)
    const { sendersReference, idempotentKey, ...rest } = query
    const reference = sendersReference === undefined ? undefined : await markOfReference(sendersReference)
    const asked = { ...rest, reference }
    const ids =
      idempotentKey === undefined
        ? await findCorrespondences(env, caller, asked)
        : await findByKey(env, caller, asked, idempotentKey)
    context.note({ organization: caller.organization, found: ids.length })
    return ok(Response.json({ ids }))
  },
})
