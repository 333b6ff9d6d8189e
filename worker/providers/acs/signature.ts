import { toBase64 } from '../../domain/bytes.ts'
import { hmacKey, hmacOf } from '../../platform/hmac.ts'

const encoder = new TextEncoder()

/** A request as its signature covers it. */
type Signable = { readonly method: 'GET' | 'POST'; readonly url: URL; readonly body: string }

/**
 * The headers that show a request to be ours: date, digest of the body, and an HMAC-SHA256 over both, the host, the
 * method and the path. Azure Communication Services, "Sign an HTTP request".
 */
export async function signatureHeaders(
  accessKey: BufferSource,
  { method, url, body }: Signable,
  nowMs: number,
): Promise<Record<string, string>> {
  const date = new Date(nowMs).toUTCString()
  const contentDigest = toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(body))))
  const signed = `${method}\n${url.pathname}${url.search}\n${date};${url.host};${contentDigest}`
  const signature = toBase64(await hmacOf(await hmacKey(accessKey), signed))
  return {
    'x-ms-date': date,
    'x-ms-content-sha256': contentDigest,
    authorization: `HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=${signature}`,
  }
}
