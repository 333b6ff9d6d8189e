import { ok, words } from '@straks/shared'
import * as z from 'zod'
import { described } from '#described'
import { audited } from '../../operator/audited.ts'
import { eraseAgain } from '../../operator/erase-again.ts'
import { json } from '../routing/documentation.ts'
import { ownBodyOf } from '../routing/own-body.ts'
import { NO_QUERY } from '../routing/own-query.ts'
import { defineRoute } from '../routing/route.ts'
import { summaryOf } from './erase-recipient.ts'
import { organizationName } from './on-shipment.ts'
import { OPERATOR } from './operator-access.ts'

const RepeatRequest = () =>
  z.object({
    cursor: organizationName()
      .optional()
      .describe(words(() => 'The `next` of the answer before.')),
  })

/** `POST /straks/v1/operator/erasures/repeat`: after a backup has been restored, erases anew all who were erased. */
export const repeatErasures = defineRoute({
  method: 'POST',
  path: '/erasures/repeat',
  access: OPERATOR,
  query: NO_QUERY,
  body: ownBodyOf(RepeatRequest),
  documentation: described(() => ({
    id: 'repeatErasures',
    summary: 'Erase again all who were erased',
    description:
      'After a backup has been restored. Everyone who is stored is marked with the key, and those whose mark was kept are erased.',
    answers: { 200: json('What was erased.', 'ErasureAnswer') },
  })),
  handle: async ({ caller, body, context: { env } }) =>
    ok(
      Response.json(
        await audited(env, { who: caller.who, action: 'erase-again' }, () => eraseAgain(env, body.cursor), summaryOf),
      ),
    ),
})
