const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const UUID_BYTES = 16

/** Where the hyphens of a UUID stand among its digits. */
const GROUPS = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/

/**
 * The UUID by which the service knows a delivery: its reference where that is one, else one derived from it (version
 * 8, RFC 9562). The same in every attempt, so that the service sends one mail however often it is asked.
 */
export async function operationIdOf(reference: string): Promise<string> {
  if (UUID.test(reference)) return reference
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(reference))
  const bytes = new Uint8Array(digest).slice(0, UUID_BYTES)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return digits.replace(GROUPS, '$1-$2-$3-$4-$5')
}
