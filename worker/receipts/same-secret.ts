const encoder = new TextEncoder()
const digest = (bytes: Uint8Array) => crypto.subtle.digest('SHA-256', bytes)

const toBytes = (value: Uint8Array | string): Uint8Array => (typeof value === 'string' ? encoder.encode(value) : value)

/** Whether what somebody shows is the secret. How long that takes tells nothing of how near it came. */
export async function isSameSecret(shown: Uint8Array | string, secret: Uint8Array | string): Promise<boolean> {
  const [a, b] = await Promise.all([digest(toBytes(shown)), digest(toBytes(secret))])
  return crypto.subtle.timingSafeEqual(a, b)
}
