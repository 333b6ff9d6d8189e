import { fail, ok } from '@straks/shared'
import * as z from 'zod'
import { audited } from '../../operator/audited.ts'
import { organizationsOf } from '../../operator/organizations.ts'
import { redriveAll } from '../../operator/redrive-all.ts'
import { readPlace, writePlace } from '../../operator/search-place.ts'
import { json } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'
import { jsonBodyOf } from '../webhooks/on-webhook.ts'
import { OPERATOR } from './operator-access.ts'
import { criteriaOf, describeFilter, FILTER } from './shipment-filter.ts'

const RedriveRequest = z.object({
  ...FILTER,
  cursor: z.string().max(4_096).optional().meta({ description: 'The `next` of the answer before.' }),
})

const Redriven = () =>
  z.object({
    redriven: z.int().meta({ description: 'Shipments that are tried again.' }),
    refused: z
      .int()
      .meta({ description: 'Shipments that are not: their time is over, they have ended, or are not due.' }),
    next: z
      .string()
      .nullable()
      .meta({ description: 'Not `null` where there was too much for one request: send it along.' }),
  })

/** `POST /straks/v1/operator/redrives`: tries everything again that a filter finds. */
export const redriveShipments = defineRoute({
  method: 'POST',
  path: '/redrives',
  access: OPERATOR,
  body: jsonBodyOf(RedriveRequest),
  documentation: {
    id: 'redriveShipments',
    summary: 'Try many shipments once more',
    description: 'All that a filter finds: without a `state`, those that are under way.',
    answers: { 200: json('How many.', Redriven) },
  },
  handle: async ({ caller, body, context: { env } }) => {
    const { organization, cursor, ...filter } = body
    const from = cursor === undefined ? undefined : readPlace(cursor)
    if (cursor !== undefined && !from)
      return fail({ reason: 'member-invalid', member: 'cursor', message: 'The value is no cursor of this list.' })
    const asked = { ...filter, state: filter.state ?? ('unfinished' as const) }
    const { redriven, refused, next } = await audited(
      env,
      { who: caller.who, action: 'redrive-all', organization, details: describeFilter(asked) },
      async () => redriveAll(env, await organizationsOf(env, organization), criteriaOf(asked), from),
      (counts) => `${counts.redriven} redriven, ${counts.refused} refused`,
    )
    return ok(Response.json({ redriven, refused, next: next ? writePlace(next) : null }))
  },
})
