const encoder = new TextEncoder()

/** The digests that those who sign with us use. Twilio signs with SHA-1. */
type Digest = 'SHA-256' | 'SHA-1'

/** A key to sign with; a text is one by its UTF-8. Keep it where many texts are signed. */
export const hmacKey = (secret: string | BufferSource, hash: Digest = 'SHA-256'): Promise<CryptoKey> =>
  crypto.subtle.importKey(
    'raw',
    typeof secret === 'string' ? encoder.encode(secret) : secret,
    { name: 'HMAC', hash },
    false,
    ['sign'],
  )

/** The HMAC of a text's UTF-8 (RFC 2104). */
export const hmacOf = async (key: CryptoKey, text: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text)))
