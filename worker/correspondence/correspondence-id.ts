/** Raised when ids are to be derived differently; ids of the old version stay readable. */
const DERIVATION_VERSION = 1

const UUID_BYTES = 16
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

const GROUP_ENDS = [8, 12, 16, 20, 32]

/**
 * The id of a correspondence with an idempotency key: the same key of the same organisation leads to the same object,
 * which knows whether it was used. Version and variant bits are those of a UUID version 8 (RFC 9562).
 */
export async function deriveCorrespondenceId(organization: string, idempotentKey: string): Promise<string> {
  const fields = JSON.stringify([DERIVATION_VERSION, 'correspondence-id', organization, idempotentKey.toLowerCase()])
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(fields))
  const bytes = new Uint8Array(digest).slice(0, UUID_BYTES)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return GROUP_ENDS.map((end, index) => digits.slice(GROUP_ENDS[index - 1] ?? 0, end)).join('-')
}

/** The id that a path names, as its object is named; `undefined` where it can be none. */
export function parseCorrespondenceId(text: string | undefined): string | undefined {
  const id = text?.toLowerCase() ?? ''
  return UUID.test(id) ? id : undefined
}
