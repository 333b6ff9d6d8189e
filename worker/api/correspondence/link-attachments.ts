import { type CorrespondenceRequest, fail, ok, type Result } from '@straks/shared'
import type { AttachmentRefusal } from '../../attachments/lifecycle.ts'
import type { AttachmentView } from '../../attachments/record.ts'
import type { MessageAttachment } from '../../correspondence/record.ts'
import type { Failure } from '../../domain/failure.ts'
import { Limiter } from '../../platform/limiter.ts'
import { attachmentOf, OBJECTS_AT_ONCE } from '../../platform/objects.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { DescribedFile } from './pair-files.ts'

/** Attachments that are held for correspondences which are about to be created. */
type LinkedAttachments = {
  /** Those that were there before the message first, each in the order of the request. */
  readonly attachments: readonly MessageAttachment[]
  /** The correspondences are there: the attachments are theirs. */
  readonly confirm: () => Promise<void>
  /** They will not be created. */
  readonly giveBack: () => Promise<void>
}

/** The ids of the attachments that a message refers to, each once. */
const existingIds = ({ existingAttachments }: CorrespondenceRequest): readonly string[] =>
  Array.isArray(existingAttachments) ? [...new Set(existingAttachments.map((id) => id.toLowerCase()))] : []

/** Why an attachment cannot be had, by Altinn's numbers. docs/altinn/correspondence.md §8. */
const codeOf = (refusal: AttachmentRefusal) => (refusal === 'unpublished' ? 1018 : 1007)

function toAttachment({ facts, lifecycle }: AttachmentView): MessageAttachment {
  const { attachmentId, fileName, displayName, sendersReference, isEncrypted, createdAtMs } = facts
  const { file, history } = lifecycle
  if (!file) throw new Error('A published attachment has no file')
  const publishedAtMs = history.at(-1)?.atMs ?? createdAtMs
  return {
    id: attachmentId,
    fileName,
    ...(displayName !== undefined && { displayName }),
    sendersReference,
    isEncrypted,
    stored: { md5: file.md5, createdAtMs, publishedAtMs },
  }
}

/** A message, its new files, and the correspondences that are made of it. */
type Attached = {
  readonly request: CorrespondenceRequest
  readonly files: readonly DescribedFile[]
  readonly correspondenceIds: readonly string[]
}

/** Holds the attachments of a message for its correspondences: all of them, or none. */
export async function linkAttachments(
  { env }: RequestContext,
  organization: string,
  { request, files, correspondenceIds }: Attached,
): Promise<Result<LinkedAttachments, Failure>> {
  const existing = existingIds(request).map((attachmentId) => ({ attachmentId, description: undefined }))
  const all = [...existing, ...files]
  const onAll = async (act: (object: ReturnType<typeof attachmentOf>) => Promise<void>): Promise<void> => {
    await new Limiter(OBJECTS_AT_ONCE).map(all, ({ attachmentId }) => act(attachmentOf(env, attachmentId)))
  }
  const token = crypto.randomUUID()
  const giveBack = () => onAll((object) => object.takeBack(token))
  const linked = await new Limiter(OBJECTS_AT_ONCE).map(
    all,
    async ({ attachmentId, description }): Promise<Result<AttachmentView, AttachmentRefusal>> =>
      await attachmentOf(env, attachmentId).announce(organization, token, correspondenceIds, description),
  )
  const refused = linked.find(({ ok }) => !ok)
  if (refused && !refused.ok) {
    await giveBack()
    return fail({ reason: 'correspondence-refused', code: codeOf(refused.failure) })
  }
  return ok({
    attachments: linked.flatMap((one) => (one.ok ? toAttachment(one.value) : [])),
    confirm: () => onAll((object) => object.confirm(token)),
    giveBack,
  })
}
