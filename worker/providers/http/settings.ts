import * as z from 'zod'

const LOOPBACK = /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?(?:\/|$)/

/** Whether credentials may travel to a URL: by HTTPS, or to this very machine. */
export const isSecureUrl = (url: string): boolean =>
  URL.canParse(url) && (url.startsWith('https://') || LOOPBACK.test(url))

/** The address of a service; without the slash at its end. */
export const serviceUrl = z
  .string()
  .refine(isSecureUrl)
  .transform((url) => url.replace(/\/+$/, ''))

/** A secret as it can stand in a header. */
export const secret = z
  .string()
  .min(1)
  .regex(/^[^\p{Cc}]*$/u)
