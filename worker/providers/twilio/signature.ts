import { toBase64 } from '../../domain/bytes.ts'
import { hmacKey, hmacOf } from '../../platform/hmac.ts'

const byName = ([a]: readonly [string, string], [b]: readonly [string, string]): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * What Twilio signs a request with: HMAC-SHA1, under the account's auth token, of the very address we gave it and of
 * all parameters in the order of their names. Twilio, "Webhooks security".
 */
export async function signatureOf(authToken: string, url: string, parameters: URLSearchParams): Promise<string> {
  const signed =
    url +
    [...parameters]
      .sort(byName)
      .map((pair) => pair.join(''))
      .join('')
  return toBase64(await hmacOf(await hmacKey(authToken, 'SHA-1'), signed))
}
