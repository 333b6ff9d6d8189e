import { toHex } from '../domain/bytes.ts'
import type { StoredFile } from './record.ts'

/**
 * Bytes that are put into the bucket at once, and so the most of a file that lies in memory: the least that R2 takes for a
 * part of a larger file. All parts but the last have this size.
 */
const PART_BYTES = 5_242_880

/** Bytes that are set aside for a file at first: most are small. */
const FIRST_BYTES = 65_536

/** Writes a file of unknown size into the bucket while it comes in, and takes its checksum on the way. */
export class FileWriter {
  readonly #bucket: R2Bucket
  readonly #key: string
  readonly #digest = new crypto.DigestStream('MD5')
  readonly #digester = this.#digest.getWriter()
  readonly #parts: R2UploadedPart[] = []
  #waiting = new Uint8Array(FIRST_BYTES)
  #waitingBytes = 0
  #sizeBytes = 0
  #upload: R2MultipartUpload | undefined

  constructor(bucket: R2Bucket, key: string) {
    this.#bucket = bucket
    this.#key = key
  }

  /** What has come so far. */
  get sizeBytes(): number {
    return this.#sizeBytes
  }

  /** Takes the next bytes, and waits where they fill a part. */
  async write(bytes: Uint8Array): Promise<void> {
    this.#sizeBytes += bytes.byteLength
    await this.#digester.write(bytes)
    for (let rest = bytes; rest.byteLength > 0; ) {
      const fitting = rest.subarray(0, PART_BYTES - this.#waitingBytes)
      this.#keep(fitting)
      rest = rest.subarray(fitting.byteLength)
      if (this.#waitingBytes === PART_BYTES) await this.#writePart()
    }
  }

  /** The file is whole: it is in the bucket from now on. */
  async close(): Promise<StoredFile> {
    await this.#digester.close()
    if (this.#upload) {
      if (this.#waitingBytes > 0) await this.#writePart()
      await this.#upload.complete(this.#parts)
    } else await this.#bucket.put(this.#key, this.#waiting.subarray(0, this.#waitingBytes))
    return { key: this.#key, sizeBytes: this.#sizeBytes, md5: toHex(new Uint8Array(await this.#digest.digest)) }
  }

  /** Gives the file up: nothing of it stays. */
  async abort(): Promise<void> {
    this.#digest.digest.catch(() => undefined)
    await this.#digester.abort().catch(() => undefined)
    await this.#upload?.abort()
  }

  /** Copies bytes behind those that wait, for which there is room in a part. */
  #keep(bytes: Uint8Array): void {
    const size = this.#waitingBytes + bytes.byteLength
    if (size > this.#waiting.byteLength) {
      const larger = new Uint8Array(Math.min(PART_BYTES, Math.max(size, 2 * this.#waiting.byteLength)))
      larger.set(this.#waiting.subarray(0, this.#waitingBytes))
      this.#waiting = larger
    }
    this.#waiting.set(bytes, this.#waitingBytes)
    this.#waitingBytes = size
  }

  async #writePart(): Promise<void> {
    this.#upload ??= await this.#bucket.createMultipartUpload(this.#key)
    const part = this.#waiting.subarray(0, this.#waitingBytes)
    this.#parts.push(await this.#upload.uploadPart(this.#parts.length + 1, part))
    this.#waitingBytes = 0
  }
}
