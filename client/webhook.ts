import type { FeedEntry } from './api/shipments.ts'

/** What a webhook delivers. */
export type WebhookEvent = {
  readonly type: string
  /** When it happened, ISO 8601. */
  readonly timestamp: string
  readonly data: FeedEntry
}

/** What came of verifying a delivery. */
export type Verified =
  | { readonly ok: true; readonly id: string; readonly event: WebhookEvent }
  | {
      readonly ok: false
      /** `secret-malformed`: the secret itself is none, as an unset variable or half a copy is. */
      readonly reason: 'secret-malformed' | 'headers-missing' | 'too-old' | 'signature-wrong' | 'body-not-json'
    }

/** How far a delivery's time may lie from ours, so that an old one cannot be played again. Standard Webhooks: 5 minutes. */
const TOLERANCE_SECONDS = 300

const SECRET_PREFIX = 'whsec_'

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))

/** A signature as bytes; nothing where it is no base64. */
function readSignature(signature: string): Uint8Array<ArrayBuffer> | undefined {
  const [version, base64 = ''] = signature.split(',')
  if (version !== 'v1' || !/^[A-Za-z0-9+/]{43}=$/.test(base64)) return undefined
  return bytesOf(base64)
}

/** A secret as bytes; nothing where it is no base64, or empty. */
function readSecret(secret: string): Uint8Array<ArrayBuffer> | undefined {
  const base64 = secret.startsWith(SECRET_PREFIX) ? secret.slice(SECRET_PREFIX.length) : secret
  if (!/^[A-Za-z0-9+/]{2,}={0,2}$/.test(base64)) return undefined
  try {
    return bytesOf(base64)
  } catch {
    return undefined
  }
}

/**
 * Verifies a delivery (Standard Webhooks): that it comes from the service, was not changed, and is not old. Never throws.
 *
 * @param body the body as it came, before any parsing
 * @param secret the webhook's secret, `whsec_…`
 * @param nowSeconds seconds since 1970; left out: the platform's clock
 */
export async function verifyWebhook(
  headers: Headers,
  body: string,
  secret: string,
  nowSeconds: number = Date.now() / 1_000,
): Promise<Verified> {
  const raw = readSecret(secret)
  if (!raw) return { ok: false, reason: 'secret-malformed' }
  const id = headers.get('webhook-id')
  const timestamp = headers.get('webhook-timestamp')
  const signatures = headers.get('webhook-signature')
  if (!id || !timestamp || !signatures || !/^\d{1,12}$/.test(timestamp)) return { ok: false, reason: 'headers-missing' }
  if (Math.abs(nowSeconds - Number(timestamp)) > TOLERANCE_SECONDS) return { ok: false, reason: 'too-old' }
  const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify'])
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${body}`)
  for (const candidate of signatures.split(' ', 8)) {
    const signature = readSignature(candidate)
    // `verify` compares in constant time.
    if (!signature || !(await crypto.subtle.verify('HMAC', key, signature, signed))) continue
    try {
      return { ok: true, id, event: JSON.parse(body) }
    } catch {
      return { ok: false, reason: 'body-not-json' }
    }
  }
  return { ok: false, reason: 'signature-wrong' }
}
