import { MS_PER_DAY } from '@straks/shared'
import { DATA_LOCATION, mediaTypeOf } from '../attachments/media-type.ts'
import { hasBeen, isPurged } from './lifecycle.ts'
import type { CorrespondenceView, MessageAttachment } from './record.ts'

/** An attachment is purged with its message. One without a file of ours is published with it, too. */
function statusOf(
  { stored }: MessageAttachment,
  { lifecycle }: CorrespondenceView,
): 'Initialized' | 'Published' | 'Purged' {
  if (isPurged(lifecycle)) return 'Purged'
  return stored || hasBeen(lifecycle, 'Published') ? 'Published' : 'Initialized'
}

/** An attachment as answers show it: every member that a .NET client requires. docs/altinn/correspondence.md §4.6. */
export function attachmentView(attachment: MessageAttachment, view: CorrespondenceView, retentionDays: number) {
  const { facts, lifecycle } = view
  const published = lifecycle.history.find(({ status }) => status === 'Published')
  const status = statusOf(attachment, view)
  const { id, fileName = '', displayName, isEncrypted = false, sendersReference = '', stored } = attachment
  const changedMs = stored?.publishedAtMs ?? published?.atMs ?? facts.createdAtMs
  return {
    id,
    fileName,
    name: displayName ?? fileName,
    displayName: displayName ?? fileName,
    isEncrypted,
    checksum: stored?.md5 ?? attachment.checksum ?? '',
    sendersReference,
    dataType: mediaTypeOf(fileName),
    dataLocationType: DATA_LOCATION,
    status,
    statusText: status,
    statusChanged: new Date(changedMs).toISOString(),
    created: new Date(stored?.createdAtMs ?? facts.createdAtMs).toISOString(),
    expirationTime: new Date((published?.atMs ?? lifecycle.publishAtMs) + retentionDays * MS_PER_DAY).toISOString(),
  }
}
