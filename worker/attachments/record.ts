import type { Eraser } from '../domain/erasure.ts'

/** What its sender says of an attachment. */
export type AttachmentDescription = {
  readonly resourceId: string
  readonly fileName: string
  readonly displayName: string | undefined
  readonly sendersReference: string
  readonly isEncrypted: boolean
  /** The MD5 that its file must have, in lower-case hexadecimal digits; left out, any. */
  readonly checksum: string | undefined
}

/** What is known of an attachment as long as it is remembered. */
export type AttachmentFacts = AttachmentDescription & {
  readonly attachmentId: string
  /** The short name of the organisation whose it is, from its token. */
  readonly organization: string
  /** It came with a form that is still being read: no one knows of it. */
  readonly isStaged?: true | undefined
  readonly createdAtMs: number
  readonly traceId: string
}

/** A file in the bucket. */
export type StoredFile = {
  readonly key: string
  readonly sizeBytes: number
  /** In lower-case hexadecimal digits. */
  readonly md5: string
}

/** An attachment as its owner sees it. */
export type AttachmentView = {
  readonly facts: AttachmentFacts
  readonly lifecycle: AttachmentLifecycle
}

/** The statuses of an attachment. docs/altinn/correspondence.md §8. */
export type AttachmentStatus = 'Initialized' | 'UploadProcessing' | 'Published' | 'Purged' | 'Failed'

export type AttachmentEvent = { readonly status: AttachmentStatus; readonly atMs: number; readonly text?: string }

/** The state of one attachment: all that its next step depends on, but for the correspondences that it belongs to. */
export type AttachmentLifecycle = {
  /** In order, the first one `Initialized`. */
  readonly history: readonly AttachmentEvent[]
  /** The upload that is under way: the key that its file will have. */
  readonly uploadKey?: string | undefined
  /** There from publication on, until it is erased. */
  readonly file?: StoredFile | undefined
}

/** What is known of an attachment, without what names someone: its file is then called by its id. */
export function withoutNames(facts: AttachmentFacts, eraser: Eraser): AttachmentFacts {
  const { attachmentId, fileName, displayName, sendersReference } = facts
  return {
    ...facts,
    fileName: eraser.isIn(fileName) ? attachmentId : fileName,
    displayName: eraser.isIn(displayName ?? '') ? undefined : displayName,
    sendersReference: eraser.isIn(sendersReference) ? '' : sendersReference,
  }
}
