import { toBase64 } from '../../domain/bytes.ts'

const encoder = new TextEncoder()

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
  const algorithm = { name: 'HMAC', hash: 'SHA-1' }
  const key = await crypto.subtle.importKey('raw', encoder.encode(authToken), algorithm, false, ['sign'])
  return toBase64(new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(signed))))
}
