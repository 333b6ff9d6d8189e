import { fail, limits, ok } from '@straks/shared'
import * as z from 'zod'
import { described } from '#described'
import { toOverview } from '../../attachments/overview.ts'
import { storeFile } from '../../attachments/store-file.ts'
import { readHeader } from '../../platform/read-header.ts'
import { BODY_WITHIN_MS, type BodyReader, ifComplete, readInTime } from '../http/body-reader.ts'
import { letThrough, toEnd } from '../http/read-body.ts'
import { json, problem } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'
import { ATTACHMENT_ID, NOT_FOUND, OWNER, onAttachment, surroundingsOf } from './on-attachment.ts'
import { attachmentRefusal } from './refusals.ts'

const FILE_TYPE = 'application/octet-stream'

async function* chunksOf(reader: BodyReader): AsyncGenerator<Uint8Array> {
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value
}

/** Whether a body may be a file: its type says so, or it has none. */
function isFile(request: Request): boolean {
  const [type = ''] = (readHeader(request, 'content-type') ?? FILE_TYPE).split(';')
  return type.trim().toLowerCase() === FILE_TYPE
}

/** `POST /attachment/{id}/upload`: the file of an attachment, stored while it comes in. docs/altinn/correspondence.md §8. */
export const uploadAttachment = defineRoute({
  method: 'POST',
  path: '/{id}/upload',
  access: OWNER,
  parameters: ATTACHMENT_ID,
  body: {
    type: FILE_TYPE,
    schema: () => z.unknown(),
    refusals: {
      400: 'The file is empty or larger than 250 MB (2004), is there already (2005), has been purged (2006), or has another checksum (2008); or the id is no UUID.',
      415: 'The body is not `application/octet-stream`.',
    },
    read: async (request) =>
      isFile(request) ? ok(request) : fail({ reason: 'content-type-unsupported', expected: FILE_TYPE }),
  },
  documentation: described(() => ({
    id: 'uploadAttachment',
    summary: 'Upload the file of an attachment',
    description: 'Publishes the attachment. Where that fails, the file may be uploaded again.',
    answers: {
      200: json('Stored and published.', 'AttachmentOverview'),
      ...NOT_FOUND,
      502: problem('The file could not be stored (2002).'),
    },
  })),
  handle: onAttachment(async (on) => {
    const { context, caller, object, attachment, request } = on
    const { attachmentId, organization } = { ...attachment.facts, ...caller }
    if (Number(readHeader(request, 'content-length') ?? 0) > limits.ATTACHMENT_MAX_BYTES)
      return fail(attachmentRefusal('size'))
    const reader = readInTime(request.body ?? new Blob([]).stream())
    const storing = storeFile(context.env, { attachmentId, organization }, chunksOf(reader))
    context.afterwards(toEnd(storing))
    const stored = await ifComplete(storing)
    if (!stored) return fail({ reason: 'body-incomplete', withinMs: BODY_WITHIN_MS })
    if (!stored.ok) {
      await letThrough(reader)
      return fail(attachmentRefusal(stored.failure))
    }
    const view = await object.view(organization)
    return view ? ok(Response.json(toOverview(view, await surroundingsOf(on)))) : fail(attachmentRefusal('not-found'))
  }),
})
