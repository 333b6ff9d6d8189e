/** Base64 in the alphabet of URLs, without padding, and with no bit set that means nothing. RFC 4648 5 and 3.5. */
const SEGMENT = '(?:[\\w-]{4})*(?:[\\w-][AQgw]|[\\w-]{2}[AEIMQUYcgkosw048])?'

const COMPACT = new RegExp(`^${SEGMENT}\\.${SEGMENT}\\.${SEGMENT}$`)

/**
 * Whether a text is a signed token as RFC 7515 writes it. Decoders pass over padding and bits that mean nothing, so that one
 * signature would have several spellings.
 */
export const isCompact = (token: string): boolean => COMPACT.test(token)
