import { toBase64 } from '../domain/bytes.ts'
import { hmacKey, hmacOf } from '../platform/hmac.ts'

const PREFIX = 'whsec_'

/** Standard Webhooks asks for 24 to 64 bytes. */
const SECRET_BYTES = 32

/** A new secret to sign with. */
export const newSecret = (): string => PREFIX + toBase64(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)))

async function sign(secret: string, content: string): Promise<string> {
  const raw = Uint8Array.from(atob(secret.slice(PREFIX.length)), (character) => character.charCodeAt(0))
  return `v1,${toBase64(await hmacOf(await hmacKey(raw), content))}`
}

/** The headers of a delivery (Standard Webhooks): one signature for each secret that is valid. */
export async function signedHeaders(
  id: string,
  body: string,
  secrets: readonly string[],
  nowMs: number,
): Promise<Readonly<Record<string, string>>> {
  const timestamp = String(Math.floor(nowMs / 1_000))
  const signatures = await Promise.all(secrets.map((secret) => sign(secret, `${id}.${timestamp}.${body}`)))
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}
