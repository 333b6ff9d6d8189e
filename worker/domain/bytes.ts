const BYTE_VALUES = 256

/** The two digits of each byte. Made once: ids and traces are written for every request. */
const HEX_DIGITS = Array.from({ length: BYTE_VALUES }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Bytes as lower-case hexadecimal digits, two each. */
export function toHex(bytes: Uint8Array): string {
  let digits = ''
  for (const byte of bytes) digits += HEX_DIGITS[byte]
  return digits
}

/** Chunks as the whole that they are of. */
export function joinBytes(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.byteLength, 0))
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.byteLength
  }
  return whole
}

/** How many arguments one call gets: far fewer than any runtime takes. */
const BYTES_AT_ONCE = 4_096

/** Bytes as base64. RFC 4648 section 4. */
export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let from = 0; from < bytes.length; from += BYTES_AT_ONCE)
    binary += Reflect.apply(String.fromCharCode, undefined, bytes.subarray(from, from + BYTES_AT_ONCE))
  return btoa(binary)
}

/** The bytes that a base64 text stands for; `undefined` where it is not base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  } catch {
    return undefined
  }
}

/** The bytes that hexadecimal digits stand for, two each. */
export const fromHex = (digits: string): Uint8Array =>
  Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

/** RFC 4648 section 6, in lower case and without padding: mail systems may change the case of an address. */
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'
const BASE32_BITS = 5
const BYTE_BITS = 8

/** Bytes as base32 in lower case, without padding. */
export function toBase32(bytes: Uint8Array): string {
  let [text, bits, value] = ['', 0, 0]
  for (const byte of bytes) {
    value = ((value << BYTE_BITS) | byte) & 0xffff
    for (bits += BYTE_BITS; bits >= BASE32_BITS; ) {
      bits -= BASE32_BITS
      text += BASE32.charAt((value >> bits) & 31)
    }
  }
  return bits === 0 ? text : text + BASE32.charAt((value << (BASE32_BITS - bits)) & 31)
}

/** The bytes that such a text stands for; `undefined` where it has other characters. */
export function fromBase32(text: string): Uint8Array | undefined {
  const bytes: number[] = []
  let [bits, value] = [0, 0]
  for (const character of text) {
    const digit = BASE32.indexOf(character)
    if (digit < 0) return undefined
    value = ((value << BASE32_BITS) | digit) & 0xffff
    bits += BASE32_BITS
    if (bits < BYTE_BITS) continue
    bits -= BYTE_BITS
    bytes.push((value >> bits) & 0xff)
  }
  return Uint8Array.from(bytes)
}
