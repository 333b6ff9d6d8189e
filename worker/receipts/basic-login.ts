/** A user name and a password. */
export type Login = { readonly username: string; readonly password: string }

const BASIC = /^basic +([A-Za-z0-9+/=]+)$/i

const encoder = new TextEncoder()
const digest = (bytes: Uint8Array) => crypto.subtle.digest('SHA-256', bytes)

function decode(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  } catch {
    return new Uint8Array()
  }
}

/** Whether an `Authorization` header is this login (RFC 7617). How long that takes tells nothing of how near it came. */
export async function isLogin(header: string | null, { username, password }: Login): Promise<boolean> {
  const [, given = ''] = BASIC.exec(header ?? '') ?? []
  const [a, b] = await Promise.all([digest(decode(given)), digest(encoder.encode(`${username}:${password}`))])
  return crypto.subtle.timingSafeEqual(a, b)
}
