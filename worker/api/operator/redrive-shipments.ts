import { fail, ok, words } from '@straks/shared'
import * as z from 'zod'
import { described } from '#described'
import { audited } from '../../operator/audited.ts'
import { organizationsOf } from '../../operator/organizations.ts'
import { redriveAll, redriveOrders } from '../../operator/redrive-all.ts'
import { readSearchPlace, writeSearchPlace } from '../../operator/search-place.ts'
import { json } from '../routing/documentation.ts'
import { ownBodyOf } from '../routing/own-body.ts'
import { NO_QUERY } from '../routing/own-query.ts'
import { defineRoute } from '../routing/route.ts'
import { OPERATOR } from './operator-access.ts'
import { criteriaOf, describeFilter, filterMembers, orderKey } from './shipment-filter.ts'

const RedriveRequest = () =>
  z.object({
    ...filterMembers(),
    idempotencyId: orderKey(),
    cursor: z
      .string()
      .max(4_096)
      .optional()
      .describe(words(() => 'The `next` of the answer before.')),
  })

/** `POST /straks/v1/operator/redrives`: tries everything again that a filter finds. */
export const redriveShipments = defineRoute({
  method: 'POST',
  path: '/redrives',
  access: OPERATOR,
  query: NO_QUERY,
  body: ownBodyOf(RedriveRequest),
  documentation: described(() => ({
    id: 'redriveShipments',
    summary: 'Try many shipments once more',
    description:
      'All that a filter finds and that waits: without a `state`, of those under way. What a provider has is left alone. With the state `uncertain`, what a provider may have and nothing tries again is tried once more on your word, and may arrive twice.',
    answers: { 200: json('How many.', 'RedrivenCounts') },
  })),
  handle: async ({ caller, body, context: { env } }) => {
    const { organization, idempotencyId, cursor, ...filter } = body
    const from = cursor === undefined ? undefined : readSearchPlace(cursor)
    if (cursor !== undefined && !from)
      return fail({ reason: 'member-invalid', member: 'cursor', message: 'The value is no cursor of this list.' })
    const asked = { ...filter, state: filter.state ?? ('unfinished' as const) }
    const { redriven, refused, next } = await audited(
      env,
      { who: caller.who, action: 'redrive-all', organization, details: describeFilter({ ...asked, idempotencyId }) },
      async () => {
        const organizations = await organizationsOf(env, organization)
        return idempotencyId === undefined
          ? redriveAll(env, organizations, criteriaOf(asked), from)
          : redriveOrders(env, organizations, idempotencyId, criteriaOf(asked))
      },
      (counts) => `${counts.redriven} redriven, ${counts.refused} refused`,
    )
    return ok(Response.json({ redriven, refused, next: next ? writeSearchPlace(next) : null }))
  },
})
