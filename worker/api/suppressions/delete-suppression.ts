import { fail, ok } from '@straks/shared'
import { described } from '#described'
import { NOTIFICATIONS_CREATE } from '../../auth/authenticate.ts'
import { suppressionsOf } from '../../platform/objects.ts'
import { organizationWith } from '../routing/access.ts'
import { empty, problem } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'

/** `DELETE /straks/v1/suppressions/{id}`: lets an address be mailed again. */
export const deleteSuppression = defineRoute({
  method: 'DELETE',
  path: '/{id}',
  access: organizationWith(NOTIFICATIONS_CREATE),
  parameters: { id: { description: 'The `id` of the suppression.' } },
  documentation: described(() => ({
    id: 'deleteSuppression',
    summary: 'Mail an address again',
    answers: { 204: empty('The address is mailed again.'), 404: problem('There is no such suppression.') },
  })),
  handle: async ({ params, caller: { organization }, context: { env, note } }) => {
    note({ organization })
    const wasThere = await suppressionsOf(env, organization).remove(params.id.toLowerCase())
    return wasThere ? ok(new Response(null, { status: 204 })) : fail({ reason: 'suppression-not-found' })
  },
})
