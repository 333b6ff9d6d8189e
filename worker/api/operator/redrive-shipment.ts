import { fail, ok } from '@straks/shared'
import * as z from 'zod'
import { described } from '#described'
import { audited } from '../../operator/audited.ts'
import { ledgerOf } from '../../platform/objects.ts'
import { json, problem } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'
import { NOT_FOUND, SHIPMENT_ID, shipmentOf, WHOSE } from './on-shipment.ts'
import { OPERATOR } from './operator-access.ts'

const ATTEMPTS = ['new', 'under-way'] as const

/** `POST /straks/v1/operator/shipments/{shipmentId}/redrive`: one attempt more, inside its time-to-live. */
export const redriveShipment = defineRoute({
  method: 'POST',
  path: '/shipments/{shipmentId}/redrive',
  access: OPERATOR,
  parameters: SHIPMENT_ID,
  query: WHOSE,
  documentation: described(() => ({
    id: 'redriveShipment',
    summary: 'Try a shipment once more',
    description:
      'An attempt more is made at once, or when the send window opens. Of several messages, those that wait are tried. Where none waits, what a provider has taken is tried at another, if there is one, and may then arrive twice.',
    answers: {
      202: json('It is tried again.', () =>
        z.object({
          shipmentId: z.uuid(),
          attempt: z.enum(ATTEMPTS).meta({
            description:
              '`new`: one more is made; `under-way`: a provider was being asked just then, and no other is made.',
          }),
        }),
      ),
      ...NOT_FOUND,
      409: problem('`code` is `expired` (its time-to-live is over), `ended`, or `not-due`.'),
    },
  })),
  handle: async (call) => {
    const { env } = call.context
    const found = await shipmentOf(call)
    if (!found.ok) return found
    const { address, shipment } = found.value
    const { organization, shipmentId } = shipment
    const outcome = await audited(
      env,
      { who: call.caller.who, action: 'redrive', organization, shipmentId },
      async () => (await ledgerOf(env, organization, address).redrive([address]))[0] ?? 'unknown',
      (came) => came,
    )
    if (outcome === 'unknown') return fail({ reason: 'shipment-unknown' })
    if (outcome === 'redriven') return ok(Response.json({ shipmentId, attempt: 'new' }, { status: 202 }))
    if (outcome === 'under-way') return ok(Response.json({ shipmentId, attempt: outcome }, { status: 202 }))
    return fail({ reason: 'shipment-immovable', code: outcome })
  },
})
