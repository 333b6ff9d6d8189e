import { ok } from '@straks/shared'
import { described } from '#described'
import { NOTIFICATIONS_CREATE } from '../../auth/authenticate.ts'
import { suppressionsOf } from '../../platform/objects.ts'
import { organizationWith } from '../routing/access.ts'
import { json } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'
import { toDocument } from './suppression-document.ts'

/** `GET /straks/v1/suppressions`: what the organisation's mail does not go to. */
export const listSuppressions = defineRoute({
  method: 'GET',
  path: '',
  access: organizationWith(NOTIFICATIONS_CREATE),
  documentation: described(() => ({
    id: 'listSuppressions',
    summary: 'List your suppressions',
    answers: { 200: json('The latest first.', 'SuppressionPage') },
  })),
  handle: async ({ caller: { organization }, context: { env, note } }) => {
    note({ organization })
    const items = await suppressionsOf(env, organization).list()
    return ok(Response.json({ items: items.map(toDocument), next: null }))
  },
})
