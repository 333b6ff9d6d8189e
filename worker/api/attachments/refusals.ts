import type { AttachmentRefusal, UploadFailure } from '../../attachments/lifecycle.ts'
import type { Failure } from '../../domain/failure.ts'

/** Altinn's numbers for what cannot be done to an attachment now. docs/altinn/correspondence.md §8. */
const CODES = {
  'not-found': 2001,
  uploaded: 2005,
  purged: 2006,
  linked: 2007,
  unpublished: 1018,
  size: 2004,
  checksum: 2008,
  storage: 2002,
} as const satisfies Record<AttachmentRefusal | UploadFailure, number>

export const attachmentRefusal = (refusal: AttachmentRefusal | UploadFailure): Failure => ({
  reason: 'correspondence-refused',
  code: CODES[refusal],
})
