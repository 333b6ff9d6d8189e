const encoder = new TextEncoder()
const digest = (bytes: Uint8Array) => crypto.subtle.digest('SHA-256', bytes)

const toBytes = (value: Uint8Array | string): Uint8Array => (typeof value === 'string' ? encoder.encode(value) : value)

/** Whether a given value is the secret, in a time that reveals nothing about how much of it is right. */
export async function isSameSecret(shown: Uint8Array | string, secret: Uint8Array | string): Promise<boolean> {
  const [a, b] = await Promise.all([digest(toBytes(shown)), digest(toBytes(secret))])
  return crypto.subtle.timingSafeEqual(a, b)
}
