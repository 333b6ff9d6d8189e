import { limits } from '@straks/shared'
import { bearerToken } from '../auth/authenticate.ts'
import { parseShipmentId } from '../domain/order-id.ts'
import { ledgerOf } from '../platform/objects.ts'
import { defineDevelopmentRoute } from './define-development-route.ts'

/** Whose shipment it is where the request says nothing: that of the tokens which name no other. */
const DEFAULT_ORGANIZATION = 'ttd'

const STATUSES = { due: 204, ended: 409, unknown: 404 } as const

/**
 * `POST /dev/shipments/{shipmentId}/due`: makes due now what waits of a shipment. docs/development.md. An id is an address
 * within its organisation: that of the token, of `?org=`, or the test organisation.
 */
export const makeDue = defineDevelopmentRoute(
  'POST',
  '/shipments/{shipmentId}/due',
  'Make a shipment due now',
  async ({ request, url, params, context: { env, verifier } }) => {
    const token = bearerToken(request)
    const principal = token === undefined ? undefined : await verifier.verify(token, Date.now())
    const named = principal?.ok ? principal.value.organization : url.searchParams.get('org')
    const address = parseShipmentId(params.shipmentId.toLowerCase())
    if (!address || (named ?? '').length > limits.MEMBER_MAX_UNITS.name)
      return new Response(null, { status: STATUSES.unknown })
    const made = await ledgerOf(env, named ?? DEFAULT_ORGANIZATION, address).bringForward(address)
    return new Response(null, { status: STATUSES[made] })
  },
)
