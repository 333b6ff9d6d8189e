import type { Exchange } from '../http/exchange.ts'
import type { RouteRequest } from '../http/route-request.ts'
import type { Lookup } from '../registers/register.ts'

const answer = (lookup: Lookup): Response => Response.json(lookup, { headers: { 'cache-control': 'no-store' } })

/**
 * `GET /dev/register/lookups/persons/{nin}`: what the register that the settings name says of a person; with
 * `?stale=true` stale addresses count. Shows whether the settings of a register hold, without sending anything.
 */
export async function lookUpPerson({ params, url }: RouteRequest, { register }: Exchange): Promise<Response> {
  const useStaleContactInformation = new URL(url).searchParams.get('stale') === 'true'
  return answer(await register.findPerson({ nationalIdentityNumber: params.number ?? '', useStaleContactInformation }))
}

/** `GET /dev/register/lookups/organizations/{orgNumber}`: as of persons; `?resource=` and `&action=` ask for users too. */
export async function lookUpOrganization({ params, url }: RouteRequest, { register }: Exchange): Promise<Response> {
  const { searchParams } = new URL(url)
  return answer(
    await register.findOrganization({
      organizationNumber: params.number ?? '',
      resourceId: searchParams.get('resource') ?? undefined,
      resourceAction: searchParams.get('action') ?? undefined,
    }),
  )
}
