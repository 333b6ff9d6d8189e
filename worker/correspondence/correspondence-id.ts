import { derivedUuid } from '../domain/derived-uuid.ts'

/** Raised when ids are to be derived differently; ids of the old version stay readable. */
const DERIVATION_VERSION = 1

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/**
 * The id of a correspondence with an idempotency key: the same key of the same organisation leads to the same object,
 * which knows whether it was used. Version and variant bits are those of a UUID version 8 (RFC 9562).
 */
export async function deriveCorrespondenceId(organization: string, idempotentKey: string): Promise<string> {
  const fields = JSON.stringify([DERIVATION_VERSION, 'correspondence-id', organization, idempotentKey.toLowerCase()])
  return derivedUuid(fields)
}

/** The id that a path names, as its object is named; `undefined` where it can be none. */
export function parseCorrespondenceId(text: string | undefined): string | undefined {
  const id = text?.toLowerCase() ?? ''
  return UUID.test(id) ? id : undefined
}
