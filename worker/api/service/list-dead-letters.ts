import { ok } from '@straks/shared'
import { described } from '#described'
import { NOTIFICATIONS_CREATE } from '../../auth/authenticate.ts'
import { ledgerNames, toUuid } from '../../domain/order-id.ts'
import { ledgerNamed } from '../../platform/objects.ts'
import { organizationWith } from '../routing/access.ts'
import { json } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'

/** `GET /dead-letters`: the caller's shipments that no worker could handle, the latest first. Ours, not Altinn's. */
export const listDeadLetters = defineRoute({
  method: 'GET',
  path: '/dead-letters',
  access: organizationWith(NOTIFICATIONS_CREATE),
  documentation: described(() => ({
    id: 'listDeadLetters',
    summary: 'List the shipments whose handling failed',
    description:
      'Only your organisation’s. A delivery in the list has failed; an order that could not be prepared is still tried.',
    answers: { 200: json('The latest first.', 'DeadLetterList') },
  })),
  handle: async ({ caller, context }) => {
    const letters = await Promise.all(
      ledgerNames(caller.organization).map((name) => ledgerNamed(context.env, name).deadLetters()),
    )
    return ok(
      Response.json(
        letters
          .flat()
          .sort((a, b) => b.atMs - a.atMs)
          .map(({ address, reason, atMs }) => ({
            shipmentId: toUuid(address),
            reason,
            at: new Date(atMs).toISOString(),
          })),
      ),
    )
  },
})
