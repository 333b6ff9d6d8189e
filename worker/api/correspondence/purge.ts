import { fail, ok } from '@straks/shared'
import { described } from '#described'
import { problem } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'
import { SENDER_OR_RECIPIENT } from './caller-of.ts'
import { CORRESPONDENCE_ID, ITS_ID, NOT_FOUND, onCorrespondence } from './on-correspondence.ts'
import { correspondenceRefusal } from './refusals.ts'

/**
 * `DELETE /{id}/purge`: the sender takes it back before it is published, the recipient throws it away afterwards.
 * Whatever of its notifications has not been sent never is. docs/altinn/correspondence.md §4.8.
 */
export const purgeCorrespondence = defineRoute({
  method: 'DELETE',
  path: '/{id}/purge',
  access: SENDER_OR_RECIPIENT,
  parameters: CORRESPONDENCE_ID,
  documentation: described(() => ({
    id: 'purgeCorrespondence',
    summary: 'Purge a correspondence',
    description:
      'Its sender may until it is published, its recipient afterwards. Notifications that have not been sent never will be.',
    answers: {
      ...ITS_ID,
      ...NOT_FOUND,
      400: problem(
        'It is published (1013), purged already (1014), must be confirmed first (1026), or the id is no UUID.',
      ),
    },
  })),
  handle: onCorrespondence(async ({ caller, correspondenceId, object }) => {
    const purged = await object.purge(caller)
    return purged.ok ? ok(Response.json(correspondenceId)) : fail(correspondenceRefusal(purged.failure))
  }),
})
