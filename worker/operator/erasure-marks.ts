import { toBase64 } from '../domain/bytes.ts'
import { hmacKey, hmacOf } from '../platform/hmac.ts'
import { erasureKeyOf } from '../platform/objects.ts'

/** Marks recipients by a keyed hash, so that those who are erased can be known again without being named. */
export class ErasureMarks {
  readonly #key: CryptoKey

  private constructor(key: CryptoKey) {
    this.#key = key
  }

  /** With the key of this deployment, which is in an object of its own. */
  static async of(env: Env): Promise<ErasureMarks> {
    return new ErasureMarks(await hmacKey(await erasureKeyOf(env).erasureKey()))
  }

  async markOf(recipient: string): Promise<string> {
    return toBase64(await hmacOf(this.#key, recipient))
  }
}
