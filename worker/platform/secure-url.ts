import * as z from 'zod'

const LOOPBACK = /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?(?:\/|$)/

/** Whether keys and credentials may travel to a URL: by HTTPS, or to this very machine. */
export const isSecureUrl = (url: string): boolean =>
  URL.canParse(url) && (url.startsWith('https://') || LOOPBACK.test(url))

/** Keys that decide who may send travel by HTTPS; a local test issuer is the exception. */
export const secureUrl = z.string().refine(isSecureUrl)
