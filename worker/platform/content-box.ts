import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto'
import { fromBase64, joinBytes, toBase64 } from '../domain/bytes.ts'
import { CONTENT_KEY_ID, type ContentKey } from './content-keys.ts'
import { log } from './log.ts'

/** Seals texts before they are stored, and opens them again. */
export type Box = {
  readonly seal: (text: string) => string
  /** The same for a third of the processor time, but not within a synchronous step. */
  readonly sealAhead: (text: string) => Promise<string>
  /** The text. One that was stored before there were seals is given as it is. Throws where no key opens it. */
  readonly open: (stored: string) => string
}

/** Leaves texts as they are: for what is not stored. */
export const OPEN_BOX: Box = { seal: (text) => text, sealAhead: async (text) => text, open: (stored) => stored }

/** What a sealed text begins with; JSON, which is what is sealed, never does. */
const MARK = 'sealed.'

/** Keys that are told of: rows that are spoilt could name any. */
const MOST_MISSING = 10

const IV_BYTES = 12
const TAG_BYTES = 16

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const bytesOf = ({ key }: ContentKey): Uint8Array<ArrayBuffer> => fromBase64(key) ?? new Uint8Array()

const keyOf = (key: ContentKey): KeyObject => createSecretKey(bytesOf(key))

const newIv = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(IV_BYTES))

/**
 * AES-256-GCM with the newest key; the older ones still open. A sealed text names its key, so that a key may be added,
 * come first, and leave when nothing names it any more. Synchronous, because storage is written in synchronous steps.
 */
export class ContentBox implements Box {
  readonly #keys: ReadonlyMap<string, KeyObject>
  readonly #newest: { readonly id: string; readonly key: KeyObject; readonly bytes: Uint8Array<ArrayBuffer> }
  readonly #missing = new Set<string>()
  #imported: CryptoKey | undefined

  constructor(keys: readonly [ContentKey, ...ContentKey[]]) {
    this.#keys = new Map(keys.map((key) => [key.id, keyOf(key)]))
    this.#newest = { id: keys[0].id, key: keyOf(keys[0]), bytes: bytesOf(keys[0]) }
  }

  seal(text: string): string {
    const iv = newIv()
    const cipher = createCipheriv('aes-256-gcm', this.#newest.key, iv)
    return this.#sealed([iv, cipher.update(encoder.encode(text)), cipher.final(), cipher.getAuthTag()])
  }

  async sealAhead(text: string): Promise<string> {
    const iv = newIv()
    // Not kept as a promise: one that was made for another request must not be waited for.
    this.#imported ??= await crypto.subtle.importKey('raw', this.#newest.bytes, 'AES-GCM', false, ['encrypt'])
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, this.#imported, encoder.encode(text))
    return this.#sealed([iv, new Uint8Array(sealed)])
  }

  #sealed(parts: readonly Uint8Array[]): string {
    return `${MARK}${this.#newest.id}.${toBase64(joinBytes(parts))}`
  }

  /** Tells once which key is missing: it may have been removed too early, and be put back. */
  #tellOfMissing(key: string): void {
    if (!CONTENT_KEY_ID.test(key) || this.#missing.has(key) || this.#missing.size >= MOST_MISSING) return
    this.#missing.add(key)
    log('error', 'content-key-missing', { key })
  }

  open(stored: string): string {
    if (!stored.startsWith(MARK)) return stored
    const [id = '', text = ''] = stored.slice(MARK.length).split('.')
    const key = this.#keys.get(id)
    const bytes = fromBase64(text)
    if (!key) this.#tellOfMissing(id)
    if (!key || !bytes) throw new Error('A text is sealed with a key that CONTENT_KEYS does not have')
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES))
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES))
    const opened = [decipher.update(bytes.subarray(IV_BYTES, bytes.length - TAG_BYTES)), decipher.final()]
    return decoder.decode(joinBytes(opened))
  }
}
