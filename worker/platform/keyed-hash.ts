import { fromHex, toHex } from '../domain/bytes.ts'
import { hmacKey, hmacOf } from './hmac.ts'

const KEY_BYTES = 32

/** Hexadecimal digits of a hash that are kept: 64 bits, so that no two recipients of an organisation meet by chance. */
const HASH_DIGITS = 16

/** Hashes what must not be stored: without the key, numbers cannot be tried out on a hash. */
export class KeyedHash {
  readonly #bytes: Uint8Array<ArrayBuffer>
  /** The key and not its promise: a request that is cut off may leave its promises open for ever. */
  #key: CryptoKey | undefined

  /** @param key hexadecimal digits */
  constructor(key: string) {
    this.#bytes = Uint8Array.from(fromHex(key))
  }

  /** A new key. */
  static newKey(): string {
    return toHex(crypto.getRandomValues(new Uint8Array(KEY_BYTES)))
  }

  async of(text: string): Promise<string> {
    this.#key ??= await hmacKey(this.#bytes)
    return toHex(await hmacOf(this.#key, text)).slice(0, HASH_DIGITS)
  }
}
