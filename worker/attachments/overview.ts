import { bareResource } from '../domain/bare-resource.ts'
import { currentEvent, expiresAtMs } from './lifecycle.ts'
import { DATA_LOCATION, mediaTypeOf } from './media-type.ts'
import type { AttachmentEvent, AttachmentView } from './record.ts'

/** What only the caller of an answer knows. */
export type AttachmentSurroundings = {
  /** The sender's number, as answers name it. */
  readonly sender: string
  readonly correspondenceIds: readonly string[]
  readonly retentionMs: number
}

const toIso = (atMs: number): string => new Date(atMs).toISOString()

const toStatus = ({ status, atMs, text }: AttachmentEvent) => ({
  status,
  statusText: text ?? status,
  statusChanged: toIso(atMs),
})

/** An attachment as its sender sees it. docs/altinn/correspondence.md §8. */
export function toOverview(
  { facts, lifecycle }: AttachmentView,
  { sender, correspondenceIds, retentionMs }: AttachmentSurroundings,
) {
  const { attachmentId, resourceId, fileName, displayName = fileName, isEncrypted, sendersReference } = facts
  return {
    attachmentId,
    resourceId: bareResource(resourceId),
    sender,
    fileName,
    name: displayName,
    displayName,
    isEncrypted,
    checksum: lifecycle.file?.md5 ?? facts.checksum ?? '',
    sendersReference,
    dataType: mediaTypeOf(fileName),
    dataLocationType: DATA_LOCATION,
    ...toStatus(currentEvent(lifecycle)),
    created: toIso(facts.createdAtMs),
    expirationTime: toIso(expiresAtMs(lifecycle, retentionMs)),
    attachmentSize: lifecycle.file?.sizeBytes ?? null,
    correspondenceIds,
  }
}

/** What has happened to an attachment, in order. */
export const toStatusHistory = ({ lifecycle }: AttachmentView) => lifecycle.history.map(toStatus)
