import { fail, ok } from '@straks/shared'
import * as z from 'zod'
import { described } from '#described'
import { json, problem } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'
import { ATTACHMENT_ID, NOT_FOUND, OWNER, onAttachment } from './on-attachment.ts'
import { attachmentRefusal } from './refusals.ts'

/** `DELETE /attachment/{id}`: erases one that no message has. docs/altinn/correspondence.md §8. */
export const deleteAttachment = defineRoute({
  method: 'DELETE',
  path: '/{id}',
  access: OWNER,
  parameters: ATTACHMENT_ID,
  documentation: described(() => ({
    id: 'deleteAttachment',
    summary: 'Delete an attachment',
    description: 'Erases its file. One that a message has is erased with the last such message.',
    answers: {
      200: json('Deleted.', () => z.null()),
      ...NOT_FOUND,
      400: problem('It is deleted already (2006), a message has it (2007), or the id is no UUID.'),
    },
  })),
  handle: onAttachment(async ({ caller, object }) => {
    const purged = await object.purge(caller.organization)
    return purged.ok ? ok(Response.json(null)) : fail(attachmentRefusal(purged.failure))
  }),
})
