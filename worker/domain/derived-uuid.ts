import { toHex } from './bytes.ts'

const UUID_BYTES = 16

/** Where the hyphens of a UUID are among its digits. */
const GROUPS = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/

/** A UUID that is always the same for a text: version 8 (RFC 9562 section 5.8), made of the text's SHA-256. */
export async function derivedUuid(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  const bytes = new Uint8Array(digest).slice(0, UUID_BYTES)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return toHex(bytes).replace(GROUPS, '$1-$2-$3-$4-$5')
}
