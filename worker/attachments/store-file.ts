import { fail, limits, ok, type Result } from '@straks/shared'
import { logError } from '../platform/log.ts'
import { attachmentOf } from '../platform/objects.ts'
import { FileWriter } from './file-writer.ts'
import type { AttachmentRefusal, UploadFailure } from './lifecycle.ts'
import type { StoredFile } from './record.ts'

/** The attachment whose file comes in. */
type Upload = { readonly attachmentId: string; readonly organization: string }

/** Reads a file into the bucket; what it is too large for is not kept. */
async function read(writer: FileWriter, chunks: AsyncIterable<Uint8Array>): Promise<Result<StoredFile, UploadFailure>> {
  for await (const chunk of chunks) {
    if (writer.sizeBytes + chunk.byteLength > limits.ATTACHMENT_MAX_BYTES) return fail('size')
    await writer.write(chunk)
  }
  return writer.sizeBytes === 0 ? fail('size') : ok(await writer.close())
}

/** Erases a file that no attachment has; what cannot be erased now is only logged. */
async function erase({ ATTACHMENT_FILES }: Env, key: string, attachmentId: string): Promise<void> {
  try {
    await ATTACHMENT_FILES.delete(key)
  } catch (error) {
    logError('attachment-file-not-erased', error, { attachmentId })
  }
}

/**
 * Stores the file of an attachment while it comes in, and publishes the attachment: it is there whole, with the right
 * checksum, or not at all. Throws what the chunks throw.
 */
export async function storeFile(
  env: Env,
  { attachmentId, organization }: Upload,
  chunks: AsyncIterable<Uint8Array>,
): Promise<Result<StoredFile, AttachmentRefusal | UploadFailure>> {
  const object = attachmentOf(env, attachmentId)
  const key = `${attachmentId}/${crypto.randomUUID()}`
  const started = await object.startUpload(organization, key)
  if (!started.ok) return started
  const writer = new FileWriter(env.ATTACHMENT_FILES, key)
  const giveUp = async (why: UploadFailure) => {
    await writer.abort().catch((error) => logError('attachment-upload-not-aborted', error, { attachmentId }))
    await object.failUpload(key, why)
  }
  try {
    const file = await read(writer, chunks)
    if (!file.ok) {
      await giveUp(file.failure)
      return file
    }
    const { checksum } = started.value
    const isRight = checksum === undefined || checksum === file.value.md5
    if (!isRight) await object.failUpload(key, 'checksum')
    if (isRight && (await object.finishUpload(file.value))) return file
    await erase(env, key, attachmentId)
    return fail(isRight ? 'storage' : 'checksum')
  } catch (error) {
    await giveUp('storage')
    throw error
  }
}
