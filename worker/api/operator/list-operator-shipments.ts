import { fail, ok, words } from '@straks/shared'
import * as z from 'zod'
import { described } from '#described'
import { matchesCriteria } from '../../ledger/operation/matches.ts'
import { noteLook } from '../../operator/audited.ts'
import { findByKey } from '../../operator/find-by-key.ts'
import { type FoundShipments, findShipments } from '../../operator/find-shipments.ts'
import { organizationsOf } from '../../operator/organizations.ts'
import { readSearchPlace, writeSearchPlace } from '../../operator/search-place.ts'
import { json } from '../routing/documentation.ts'
import { ownQueryOf } from '../routing/own-query.ts'
import { defineRoute } from '../routing/route.ts'
import { OPERATOR } from './operator-access.ts'
import { criteriaOf, describeFilter, filterMembers, orderKey } from './shipment-filter.ts'
import { toShipment } from './shown-shipment.ts'

const PAGE_SIZE = 50

const CURSOR_MAX_LENGTH = 4_096

const ShipmentQuery = () =>
  z.object({
    ...filterMembers(),
    idempotencyId: orderKey(),
    cursor: z
      .string()
      .max(CURSOR_MAX_LENGTH)
      .optional()
      .describe(words(() => 'The `next` of the page before.')),
  })

/** `GET /straks/v1/operator/shipments`: shipments of any organisation that fit, the ones under way first. */
export const listOperatorShipments = defineRoute({
  method: 'GET',
  path: '/shipments',
  access: OPERATOR,
  query: ownQueryOf(ShipmentQuery),
  documentation: described(() => ({
    id: 'listOperatorShipments',
    summary: 'Find shipments',
    description:
      'Those under way first, then the latest that ended. A page may be short, or empty, where much was looked through: there is more as long as `next` is not `null`.',
    answers: { 200: json('The shipments.', 'ShipmentPage') },
  })),
  handle: async ({ caller, query, context: { env } }) => {
    const { organization, idempotencyId, cursor, ...filter } = query
    const from = cursor === undefined ? undefined : readSearchPlace(cursor)
    if (cursor !== undefined && !from)
      return fail({ reason: 'query-invalid', parameter: 'cursor', message: 'The value is no cursor of this list.' })
    const organizations = await organizationsOf(env, organization)
    const criteria = criteriaOf(filter)
    const page: FoundShipments =
      idempotencyId === undefined
        ? await findShipments(env, organizations, criteria, { from, limit: PAGE_SIZE })
        : {
            shipments: (await findByKey(env, organizations, idempotencyId)).filter((one) =>
              matchesCriteria(one, criteria),
            ),
            next: undefined,
          }
    const details = describeFilter({ ...filter, idempotencyId })
    await noteLook(env, { who: caller.who, action: 'find', organization, details }, `${page.shipments.length} found`)
    return ok(
      Response.json({ items: page.shipments.map(toShipment), next: page.next ? writeSearchPlace(page.next) : null }),
    )
  },
})
