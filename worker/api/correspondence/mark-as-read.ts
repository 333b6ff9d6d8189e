import { fail, ok } from '@straks/shared'
import { described } from '#described'
import { defineRoute } from '../routing/route.ts'
import { RECIPIENT } from './caller-of.ts'
import { CORRESPONDENCE_ID, ITS_ID, NOT_FOUND, onCorrespondence } from './on-correspondence.ts'
import { correspondenceRefusal } from './refusals.ts'

/**
 * `POST /{id}/markasread`: the recipient has read it, so that no reminder is sent. docs/altinn/correspondence.md §1.
 */
export const markAsRead = defineRoute({
  method: 'POST',
  path: '/{id}/markasread',
  access: RECIPIENT,
  parameters: CORRESPONDENCE_ID,
  documentation: described(() => ({
    id: 'markCorrespondenceAsRead',
    summary: 'Mark a correspondence as read',
    description: 'Its reminder will not be sent.',
    answers: { ...ITS_ID, ...NOT_FOUND },
  })),
  handle: onCorrespondence(async ({ caller, correspondenceId, object }) => {
    const read = await object.markAsRead(caller)
    return read.ok ? ok(Response.json(correspondenceId)) : fail(correspondenceRefusal(read.failure))
  }),
})
