import { correspondence } from '@straks/shared'
import { described } from '#described'
import { readJsonBody } from '../http/json-body.ts'
import { defineRoute } from '../routing/route.ts'
import { initialise } from './initialise.ts'
import { ANSWERS, REFUSALS, SENDER } from './initialise-route.ts'
import { judgeMessage } from './judge-message.ts'

/**
 * `POST /correspondence/api/v1/correspondence`: a message to one or more recipients. docs/altinn/correspondence.md §1.
 */
export const initialiseFromJson = defineRoute({
  method: 'POST',
  path: '',
  access: SENDER,
  body: {
    type: 'application/json',
    schema: () => correspondence.schema,
    refusals: REFUSALS,
    read: async (request, context) => {
      const body = await readJsonBody(request)
      return body.ok ? judgeMessage(body.value, context, 'correspondence') : body
    },
  },
  documentation: described(() => ({
    id: 'initialiseCorrespondence',
    summary: 'Initialise a message to one or more recipients',
    description:
      'Stores a message, publishes it at its time, and then orders its notifications. Their texts must not contain links.',
    answers: ANSWERS,
  })),
  handle: ({ caller, body, context }) => initialise(context, caller, body),
})
