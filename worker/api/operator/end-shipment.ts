import { fail, ok } from '@straks/shared'
import * as z from 'zod'
import { described } from '#described'
import type { ShipmentAddress } from '../../domain/order-id.ts'
import type { EndedByHand } from '../../ledger/operation/end-shipment.ts'
import { audited } from '../../operator/audited.ts'
import { ledgerOf } from '../../platform/objects.ts'
import type { Described } from '../routing/described.ts'
import { type Documentation, json, problem } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'
import { NOT_FOUND, SHIPMENT_ID, shipmentOf, WHOSE } from './on-shipment.ts'
import { OPERATOR } from './operator-access.ts'

/** What either answers. */
const answers = (conflict: string): Documentation['answers'] => ({
  200: json('It has ended.', () => z.object({ shipmentId: z.uuid() })),
  ...NOT_FOUND,
  409: problem(conflict),
})

type End = (env: Env, organization: string, address: ShipmentAddress) => Promise<EndedByHand['outcome']>

/** Declares one way to end a shipment by hand. */
const defineEndRoute = (action: 'give-up' | 'cancel', documentation: Described<Documentation>, end: End) =>
  defineRoute({
    method: 'POST',
    path: `/shipments/{shipmentId}/${action}`,
    access: OPERATOR,
    parameters: SHIPMENT_ID,
    query: WHOSE,
    documentation,
    handle: async (call) => {
      const found = await shipmentOf(call)
      if (!found.ok) return found
      const { organization, shipmentId } = found.value.shipment
      const { env } = call.context
      const outcome = await audited(
        env,
        { who: call.caller.who, action, organization, shipmentId },
        () => end(env, organization, found.value.address),
        (came) => came,
      )
      if (outcome === 'unknown') return fail({ reason: 'shipment-unknown' })
      if (outcome !== 'done') return fail({ reason: 'shipment-immovable', code: outcome })
      return ok(Response.json({ shipmentId }))
    },
  })

/** `POST /straks/v1/operator/shipments/{shipmentId}/give-up`. */
export const giveUpShipment = defineEndRoute(
  'give-up',
  described(() => ({
    id: 'giveUpShipment',
    summary: 'Give a shipment up',
    description: 'It ends as failed, whatever a provider may still say of it. An order that is not due is cancelled.',
    answers: answers('`code` is `ended`.'),
  })),
  async (env, organization, address) => ledgerOf(env, organization, address).giveUpByHand(address),
)

/** `POST /straks/v1/operator/shipments/{shipmentId}/cancel`. */
export const cancelShipment = defineEndRoute(
  'cancel',
  described(() => ({
    id: 'cancelShipment',
    summary: 'Cancel a shipment',
    description: 'Only what no provider can have is taken back.',
    answers: answers('`code` is `ended`, or `too-late`: a provider has it, or may have it.'),
  })),
  async (env, organization, address) => ledgerOf(env, organization, address).cancelByHand(address),
)
