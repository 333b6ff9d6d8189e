/**
 * UTF-16 units of each header that is read of a request. A longer one counts as missing, so that nothing parses it: no
 * token, language or signature is that long.
 */
const MAX_UNITS = {
  'accept-language': 1_024,
  authorization: 16_384,
  'cf-access-jwt-assertion': 16_384,
  'content-length': 20,
  'content-type': 512,
  host: 300,
  'if-none-match': 128,
  origin: 512,
  'straks-report-key': 1_024,
  traceparent: 128,
  upgrade: 128,
  'x-twilio-signature': 128,
} as const

/** A header of a request; `null` where it is not there or is longer than any that means something. */
export function readHeader({ headers }: { readonly headers: Headers }, name: keyof typeof MAX_UNITS): string | null {
  const value = headers.get(name)
  return value !== null && value.length <= MAX_UNITS[name] ? value : null
}
