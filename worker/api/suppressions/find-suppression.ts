import { fail, ok } from '@straks/shared'
import * as z from 'zod'
import { described } from '#described'
import { NOTIFICATIONS_CREATE } from '../../auth/authenticate.ts'
import { suppressionsOf } from '../../platform/objects.ts'
import { readJsonBody } from '../http/json-body.ts'
import { organizationWith } from '../routing/access.ts'
import { json } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'
import { toDocument } from './suppression-document.ts'

/** As long as an address may be (RFC 5321). */
const ADDRESS_MAX_UNITS = 254

const Wanted = z
  .object({ emailAddress: z.string().max(ADDRESS_MAX_UNITS) })
  .meta({ id: 'SuppressionSearch', examples: [{ emailAddress: 'ola.nordmann@example.com' }] })

/** `POST /straks/v1/suppressions/find`: the suppression of an address. In the body, because URLs are logged on the way. */
export const findSuppression = defineRoute({
  method: 'POST',
  path: '/find',
  access: organizationWith(NOTIFICATIONS_CREATE),
  body: {
    type: 'application/json',
    schema: () => Wanted,
    read: async (request) => {
      const body = await readJsonBody(request)
      if (!body.ok) return body
      const wanted = Wanted.safeParse(body.value)
      return wanted.success
        ? ok(wanted.data)
        : fail({ reason: 'member-invalid', member: 'emailAddress', message: 'It must be an e-mail address.' })
    },
  },
  documentation: described(() => ({
    id: 'findSuppression',
    summary: 'Find the suppression of an address',
    answers: { 200: json('The one there is, or none.', 'SuppressionPage') },
  })),
  handle: async ({ caller: { organization }, body: { emailAddress }, context: { env, note } }) => {
    note({ organization })
    const found = await suppressionsOf(env, organization).find(emailAddress)
    return ok(Response.json({ items: found ? [toDocument(found)] : [], next: null }))
  },
})
