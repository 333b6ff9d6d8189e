import { isSameSecret } from './same-secret.ts'

/** A user name and a password. */
export type Login = { readonly username: string; readonly password: string }

const BASIC = /^basic +([A-Za-z0-9+/=]+)$/i

function decode(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  } catch {
    return new Uint8Array()
  }
}

/** Whether an `Authorization` header is this login (RFC 7617). */
export function isLogin(header: string | null, { username, password }: Login): Promise<boolean> {
  const [, given = ''] = BASIC.exec(header ?? '') ?? []
  return isSameSecret(decode(given), `${username}:${password}`)
}
