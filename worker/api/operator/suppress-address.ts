import { fail, ok } from '@straks/shared'
import * as z from 'zod'
import { described } from '#described'
import { audited } from '../../operator/audited.ts'
import { readRecipient } from '../../operator/recipient.ts'
import { deskOf, suppressionsOf } from '../../platform/objects.ts'
import type { Described } from '../routing/described.ts'
import { type Documentation, json, problem } from '../routing/documentation.ts'
import { ownBodyOf } from '../routing/own-body.ts'
import { NO_QUERY } from '../routing/own-query.ts'
import { defineRoute } from '../routing/route.ts'
import { toDocument } from '../suppressions/suppression-document.ts'
import { organizationName } from './on-shipment.ts'
import { OPERATOR } from './operator-access.ts'
import { recipientName } from './shipment-filter.ts'

const WhoseAddress = () =>
  z.object({
    organization: organizationName(),
    emailAddress: recipientName().refine(
      (name) => readRecipient(name).kind === 'email',
      'It must be an e-mail address.',
    ),
  })

/** Declares one of the two ways to say whether an organisation's mail goes to an address. */
const defineSuppressionRoute = (action: 'suppress' | 'lift', path: string, documentation: Described<Documentation>) =>
  defineRoute({
    method: 'POST',
    path,
    access: OPERATOR,
    query: NO_QUERY,
    body: ownBodyOf(WhoseAddress),
    documentation,
    handle: async ({ caller: { who }, body, context: { env, note } }) => {
      const { organization } = body
      const known = await deskOf(env).organizations()
      // A list of a name that is misspelt would suppress nothing, and look as if it did.
      if (known.every((one) => one.organization !== organization))
        return fail({
          reason: 'member-invalid',
          member: 'organization',
          message: 'No organisation with this name has sent.',
        })
      note({ organization })
      const address = readRecipient(body.emailAddress).value
      const list = suppressionsOf(env, organization)
      const outcome = await audited(
        env,
        { who, action, organization, details: 'recipient (email)' },
        async () => {
          if (action === 'lift') return (await list.forget(address)) ? 'done' : 'not-found'
          await list.add(organization, address, 'operator')
          return 'done'
        },
        (came) => came,
      )
      if (outcome === 'not-found') return fail({ reason: 'suppression-not-found' })
      const found = await list.find(address)
      return ok(Response.json({ items: found ? [toDocument(found)] : [], next: null }))
    },
  })

/** `POST /straks/v1/operator/suppressions`. */
export const suppressAddress = defineSuppressionRoute(
  'suppress',
  '/suppressions',
  described(() => ({
    id: 'suppressAddress',
    summary: 'Suppress an address',
    description: 'For a year no mail of the organisation goes to it, but for instant messages.',
    answers: { 200: json('The suppression that the address has now.', 'SuppressionPage') },
  })),
)

/** `POST /straks/v1/operator/suppressions/lift`. */
export const liftSuppression = defineSuppressionRoute(
  'lift',
  '/suppressions/lift',
  described(() => ({
    id: 'liftSuppression',
    summary: 'Lift the suppression of an address',
    description: 'It is mailed again, whatever it was suppressed for.',
    answers: {
      200: json('The address has none now.', 'SuppressionPage'),
      404: problem('It was not suppressed.'),
    },
  })),
)
