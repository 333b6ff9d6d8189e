import type { Lookup } from '../registers/register.ts'
import { defineDevelopmentRoute } from './define-development-route.ts'

const answer = (lookup: Lookup): Response => Response.json(lookup, { headers: { 'cache-control': 'no-store' } })

/**
 * `GET /dev/register/lookups/persons/{nin}`: what the register that the settings name says of a person; with
 * `?stale=true` stale addresses count. Shows whether the settings of a register work, without sending anything.
 */
export const lookUpPerson = defineDevelopmentRoute(
  'GET',
  '/register/lookups/persons/{number}',
  'Look a person up',
  async ({ params, url, context: { register } }) => {
    const useStaleContactInformation = url.searchParams.get('stale') === 'true'
    return answer(await register.findPerson({ nationalIdentityNumber: params.number, useStaleContactInformation }))
  },
)

/**
 * `GET /dev/register/lookups/organizations/{orgNumber}`: as of persons; `?resource=` and `&action=` ask for users too.
 */
export const lookUpOrganization = defineDevelopmentRoute(
  'GET',
  '/register/lookups/organizations/{number}',
  'Look an organisation up',
  async ({ params, url: { searchParams }, context: { register } }) =>
    answer(
      await register.findOrganization({
        organizationNumber: params.number,
        resourceId: searchParams.get('resource') ?? undefined,
        resourceAction: searchParams.get('action') ?? undefined,
      }),
    ),
)
