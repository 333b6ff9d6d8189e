import { decodeProtectedHeader } from 'jose'
import * as z from 'zod'

/**
 * What the header of an access token may say of itself. An issuer signs more with the same key, such as a notice that someone
 * has logged out, and names that: RFC 8725 3.11, RFC 9068 2.1. No token leaves its payload unencoded: RFC 7797 7.
 */
const AccessTokenHeader = z.object({
  typ: z
    .string()
    .regex(/^(?:application\/)?(?:at\+)?jwt$/i)
    .optional(),
  b64: z.literal(true).optional(),
})

/** Whether a token whose signature was found valid is there to let its holder in. */
export const isAccessToken = (token: string): boolean =>
  AccessTokenHeader.safeParse(decodeProtectedHeader(token)).success
