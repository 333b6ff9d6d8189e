import { fail, ok } from '@straks/shared'
import * as z from 'zod'
import { described } from '#described'
import { currentEvent } from '../../attachments/lifecycle.ts'
import { isShownToRecipients } from '../../correspondence/correspondence-query.ts'
import { Limiter } from '../../platform/limiter.ts'
import { correspondenceOf, OBJECTS_AT_ONCE } from '../../platform/objects.ts'
import { content, problem } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'
import { fileResponse } from './file-response.ts'
import { ATTACHMENT_ID, NOT_FOUND, OWNER, onAttachment } from './on-attachment.ts'
import { attachmentRefusal } from './refusals.ts'

/** Messages that are asked whether they are published: the platform bounds the calls of one request. */
const ASKED_MAX = 500

/** Whether a message that has it is published. One that more messages have than can be asked counts as such. */
async function isOutOfHands(env: Env, correspondenceIds: readonly string[]): Promise<boolean> {
  if (correspondenceIds.length > ASKED_MAX) return true
  const shown = await new Limiter(OBJECTS_AT_ONCE).map(correspondenceIds, async (id) => {
    const row = await correspondenceOf(env, id).listingRow()
    return row !== undefined && isShownToRecipients(row, Date.now())
  })
  return shown.includes(true)
}

/** `GET /attachment/{id}/download`: its file, to its sender, until a message with it is published. docs/altinn/correspondence.md §8. */
export const downloadOwnAttachment = defineRoute({
  method: 'GET',
  path: '/{id}/download',
  access: OWNER,
  parameters: ATTACHMENT_ID,
  documentation: described(() => ({
    id: 'downloadAttachment',
    summary: 'Download your own attachment',
    description: 'The file, to the organisation that uploaded it, until a message that has it is published.',
    answers: {
      200: content('The file.', 'application/octet-stream', () => z.unknown()),
      ...NOT_FOUND,
      400: problem(
        'It has no file yet (1018), is deleted (2006), a published message has it (2016), or the id is no UUID.',
      ),
    },
  })),
  handle: onAttachment(async ({ context: { env }, object, attachment: { facts, lifecycle } }) => {
    const { status } = currentEvent(lifecycle)
    if (status === 'Purged') return fail(attachmentRefusal('purged'))
    if (status !== 'Published' || !lifecycle.file) return fail(attachmentRefusal('unpublished'))
    if (await isOutOfHands(env, await object.correspondenceIds()))
      return fail({ reason: 'correspondence-refused', code: 2016 })
    const stored = await env.ATTACHMENT_FILES.get(lifecycle.file.key)
    return stored ? ok(fileResponse(stored, facts.fileName)) : fail(attachmentRefusal('not-found'))
  }),
})
