import { fromHex, toHex } from '../domain/bytes.ts'
import { hmacKey, hmacOf } from './hmac.ts'

const KEY_BYTES = 32

/** Bytes of a hash that are kept: so many that no two recipients of an organisation meet by chance. */
const HASH_BYTES = 8

const shortened = (hash: Uint8Array): string => toHex(hash.subarray(0, HASH_BYTES))

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
    return shortened(await hmacOf(this.#key, text))
  }

  /** The same of many texts, in their order. */
  async ofAll(texts: readonly string[]): Promise<readonly string[]> {
    this.#key ??= await hmacKey(this.#bytes)
    const key = this.#key
    return (await Promise.all(texts.map((text) => hmacOf(key, text)))).map(shortened)
  }
}
