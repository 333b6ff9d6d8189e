import { toBase64 } from '../domain/bytes.ts'
import { erasureKeyOf } from '../platform/objects.ts'

const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const

/** Marks recipients by a keyed hash, so that those who are erased can be known again without being named. */
export class ErasureMarks {
  readonly #key: CryptoKey

  private constructor(key: CryptoKey) {
    this.#key = key
  }

  /** With the key of this deployment, which is in an object of its own. */
  static async of(env: Env): Promise<ErasureMarks> {
    const bytes = await erasureKeyOf(env).erasureKey()
    return new ErasureMarks(await crypto.subtle.importKey('raw', bytes, HMAC, false, ['sign']))
  }

  async markOf(recipient: string): Promise<string> {
    const bytes = new TextEncoder().encode(recipient)
    return toBase64(new Uint8Array(await crypto.subtle.sign(HMAC.name, this.#key, bytes)))
  }
}
