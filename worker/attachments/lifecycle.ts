import { fail, ok, type Result } from '@straks/shared'
import type { AttachmentEvent, AttachmentLifecycle, AttachmentStatus, StoredFile } from './record.ts'

/** Why something cannot be done to an attachment now. Numbers: docs/altinn/correspondence.md §8. */
export type AttachmentRefusal =
  /** It is not there for this caller. 2001. */
  | 'not-found'
  /** It has a file, or is getting one. 2005. */
  | 'uploaded'
  /** 2006. */
  | 'purged'
  /** A correspondence has it. 2007. */
  | 'linked'
  /** It has no file yet. 1018. */
  | 'unpublished'

/** How an upload may fail. */
export type UploadFailure = 'size' | 'checksum' | 'storage'

const TEXTS = {
  size: 'The file is empty or too large',
  checksum: 'Checksum mismatch',
  storage: 'Upload failed',
} as const satisfies Record<UploadFailure, string>

/**
 * How long an upload may take before another may take its place. Within it, 250 MB need a connection of less than a
 * megabit in a second.
 */
export const UPLOAD_LEASE_MS = 3_600_000

export const initialised = (nowMs: number): AttachmentLifecycle => ({
  history: [{ status: 'Initialized', atMs: nowMs }],
})

/** Where an attachment stands: its last event. */
export function currentEvent({ history }: AttachmentLifecycle): AttachmentEvent {
  const last = history.at(-1)
  if (!last) throw new Error('An attachment without a history')
  return last
}

/** Events that are remembered: the first, and the latest of those that followed. Failed uploads may be many. */
const EVENTS_MAX = 100

function reach(
  { history, ...rest }: AttachmentLifecycle,
  status: AttachmentStatus,
  atMs: number,
  text?: string,
): AttachmentLifecycle {
  const kept = history.length < EVENTS_MAX ? history : history.toSpliced(1, 1)
  return { ...rest, history: [...kept, { status, atMs, ...(text !== undefined && { text }) }] }
}

/** Whether an upload is under way that may still succeed. */
const isUploading = (lifecycle: AttachmentLifecycle, nowMs: number): boolean => {
  const { status, atMs } = currentEvent(lifecycle)
  return status === 'UploadProcessing' && nowMs < atMs + UPLOAD_LEASE_MS
}

/** Begins an upload, under a key of its own: one that was given up cannot disturb the next. */
export function startUpload(
  lifecycle: AttachmentLifecycle,
  uploadKey: string,
  nowMs: number,
): Result<AttachmentLifecycle, AttachmentRefusal> {
  const { status } = currentEvent(lifecycle)
  if (status === 'Purged') return fail('purged')
  if (status === 'Published' || isUploading(lifecycle, nowMs)) return fail('uploaded')
  return ok({ ...reach(lifecycle, 'UploadProcessing', nowMs), uploadKey })
}

const isUnderWay = (lifecycle: AttachmentLifecycle, key: string): boolean =>
  currentEvent(lifecycle).status === 'UploadProcessing' && lifecycle.uploadKey === key

/** Publishes a file that is stored whole; `undefined` where its upload has been given up, so that it is to be erased. */
export const publish = (
  lifecycle: AttachmentLifecycle,
  file: StoredFile,
  nowMs: number,
): AttachmentLifecycle | undefined =>
  isUnderWay(lifecycle, file.key) ? { ...reach(lifecycle, 'Published', nowMs), uploadKey: undefined, file } : undefined

/** Notes that an upload failed. Another may be tried. */
export const failUpload = (
  lifecycle: AttachmentLifecycle,
  key: string,
  why: UploadFailure,
  nowMs: number,
): AttachmentLifecycle =>
  isUnderWay(lifecycle, key) ? { ...reach(lifecycle, 'Failed', nowMs, TEXTS[why]), uploadKey: undefined } : lifecycle

/** Takes away what no correspondence has. Its file stays noted until it is erased. */
export const purge = (lifecycle: AttachmentLifecycle, nowMs: number): Result<AttachmentLifecycle, AttachmentRefusal> =>
  currentEvent(lifecycle).status === 'Purged'
    ? fail('purged')
    : ok({ ...reach(lifecycle, 'Purged', nowMs), uploadKey: undefined })

/** Whether a correspondence may have it. */
export function mayLink(lifecycle: AttachmentLifecycle): Result<undefined, AttachmentRefusal> {
  const { status } = currentEvent(lifecycle)
  if (status === 'Purged') return fail('not-found')
  return status === 'Published' ? ok(undefined) : fail('unpublished')
}

/**
 * When an attachment that no correspondence has is purged, and when a purged one is forgotten: `retentionMs` after the
 * last that happened to it.
 */
export const expiresAtMs = (lifecycle: AttachmentLifecycle, retentionMs: number): number =>
  currentEvent(lifecycle).atMs + retentionMs
