import { attachment, fail, ok } from '@straks/shared'
import * as z from 'zod'
import { described } from '#described'
import { attachmentOf } from '../../platform/objects.ts'
import { judged } from '../routing/body.ts'
import { json } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'
import { OWNER } from './on-attachment.ts'

/** `POST /correspondence/api/v1/attachment`: an attachment that messages may share. docs/altinn/correspondence.md §8. */
export const initialiseAttachment = defineRoute({
  method: 'POST',
  path: '',
  access: OWNER,
  body: judged(attachment, 'correspondence'),
  documentation: described(() => ({
    id: 'initialiseAttachment',
    summary: 'Initialise an attachment',
    description:
      'Its file is uploaded next. Once it is published, any number of messages may have it: `existingAttachments` names it.',
    answers: { 200: json('Initialised: its id.', () => z.uuid()) },
  })),
  handle: async ({ caller: { organization }, body: { request }, context }) => {
    const { fileName, displayName, checksum, resourceId, sendersReference, isEncrypted = false } = request
    if (!fileName?.trim()) return fail({ reason: 'correspondence-refused', code: 2010 })
    const attachmentId = crypto.randomUUID()
    context.note({ attachmentId, organization })
    await attachmentOf(context.env, attachmentId).create({
      attachmentId,
      organization,
      resourceId,
      fileName,
      displayName,
      sendersReference,
      isEncrypted,
      checksum: checksum?.trim() || undefined,
      createdAtMs: Date.now(),
      traceId: context.trace.traceId,
    })
    return ok(Response.json(attachmentId))
  },
})
