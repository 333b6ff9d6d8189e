import { fail, ok } from '@straks/shared'
import { described } from '#described'
import { defineRoute } from '../routing/route.ts'
import { RECIPIENT } from './caller-of.ts'
import { CORRESPONDENCE_ID, ITS_ID, NOT_FOUND, onCorrespondence } from './on-correspondence.ts'
import { correspondenceRefusal } from './refusals.ts'

/** `POST /{id}/confirm`: the recipient confirms it. Its reminder goes out all the same: confirmed is not read. */
export const confirmCorrespondence = defineRoute({
  method: 'POST',
  path: '/{id}/confirm',
  access: RECIPIENT,
  parameters: CORRESPONDENCE_ID,
  documentation: described(() => ({
    id: 'confirmCorrespondence',
    summary: 'Confirm a correspondence',
    description: 'Its reminder is still sent: confirming does not count as reading.',
    answers: { ...ITS_ID, ...NOT_FOUND },
  })),
  handle: onCorrespondence(async ({ caller, correspondenceId, object }) => {
    const confirmed = await object.confirm(caller)
    return confirmed.ok ? ok(Response.json(correspondenceId)) : fail(correspondenceRefusal(confirmed.failure))
  }),
})
