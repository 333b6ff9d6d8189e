import { fail, ok } from '@straks/shared'
import * as z from 'zod'
import { described } from '#described'
import { attachmentOf } from '../../platform/objects.ts'
import { fileResponse } from '../attachments/file-response.ts'
import { parseAttachmentId } from '../attachments/on-attachment.ts'
import { attachmentRefusal } from '../attachments/refusals.ts'
import { boundUuid, content, problem } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'
import { RECIPIENT } from './caller-of.ts'
import { CORRESPONDENCE_ID, onCorrespondence } from './on-correspondence.ts'
import { correspondenceRefusal } from './refusals.ts'

/**
 * `GET /{id}/attachment/{attachmentId}/download`: the file of an attachment, to the recipient of a published message.
 * docs/altinn/correspondence.md §8.
 */
export const downloadAttachment = defineRoute({
  method: 'GET',
  path: '/{id}/attachment/{attachmentId}/download',
  access: RECIPIENT,
  hasEffects: true,
  parameters: { ...CORRESPONDENCE_ID, attachmentId: boundUuid('attachmentId', 'The `id` of one of its attachments.') },
  documentation: described(() => ({
    id: 'downloadCorrespondenceAttachment',
    summary: 'Download an attachment',
    description: 'The file, to the recipient, once the message is published.',
    answers: {
      200: content('The file.', 'application/octet-stream', () => z.unknown()),
      404: problem('There is no such correspondence for you (1001), or its attachment has no file here (2001).'),
    },
  })),
  handle: (call) =>
    onCorrespondence(async ({ caller, context, object }) => {
      const attachmentId = parseAttachmentId(call.params.attachmentId)
      if (attachmentId === undefined) return fail(attachmentRefusal('not-found'))
      const taken = await object.download(caller, attachmentId)
      if (!taken.ok)
        return fail(taken.failure === 'no-file' ? attachmentRefusal('not-found') : correspondenceRefusal(taken.failure))
      context.note({ attachmentId })
      const file = await attachmentOf(context.env, attachmentId).file()
      const stored = file && (await context.env.ATTACHMENT_FILES.get(file.key))
      if (!stored) return fail(attachmentRefusal('not-found'))
      return ok(fileResponse(stored, taken.value))
    })(call),
})
