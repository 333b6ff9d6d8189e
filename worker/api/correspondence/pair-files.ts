import { type CorrespondenceRequest, fail, ok, type Result } from '@straks/shared'
import type { AttachmentDescription } from '../../attachments/record.ts'
import type { Failure } from '../../domain/failure.ts'
import type { FormFile } from './read-form.ts'

/** A file that a message is to have, with what its sender says of it. */
export type DescribedFile = { readonly attachmentId: string; readonly description: AttachmentDescription }

const refuse = (code: 1005 | 2008) => fail<Failure>({ reason: 'correspondence-refused', code })

/**
 * Finds the file of each attachment that a form describes, by its name. A file without an attachment, or an attachment
 * without a file, refuses the form; so does a checksum that the file does not have. docs/altinn/correspondence.md §8.
 */
export function pairFiles(
  { correspondence }: CorrespondenceRequest,
  files: readonly FormFile[],
): Result<readonly DescribedFile[], Failure> {
  const described = correspondence.content?.attachments ?? []
  const byName = new Map<string, FormFile[]>()
  for (const file of files.toReversed()) byName.set(file.name, [...(byName.get(file.name) ?? []), file])
  const paired: DescribedFile[] = []
  for (const { fileName = '', displayName, sendersReference = '', isEncrypted = false, checksum } of described) {
    const file = byName.get(fileName)?.pop()
    if (!file) return refuse(1005)
    const md5 = checksum?.trim() || undefined
    if (md5 !== undefined && md5 !== file.file.md5) return refuse(2008)
    const { resourceId = '' } = correspondence
    paired.push({
      attachmentId: file.attachmentId,
      description: { resourceId, fileName, displayName, sendersReference, isEncrypted, checksum: md5 },
    })
  }
  return paired.length === files.length ? ok(paired) : refuse(1005)
}
