import { fromBase64 } from '../../domain/bytes.ts'
import { isSameSecret } from './same-secret.ts'

/** A user name and a password. */
type Login = { readonly username: string; readonly password: string }

const BASIC = /^basic +([A-Za-z0-9+/=]+)$/i

/** Whether an `Authorization` header is this login (RFC 7617). */
export function isLogin(header: string | null, { username, password }: Login): Promise<boolean> {
  const [, given = ''] = BASIC.exec(header ?? '') ?? []
  return isSameSecret(fromBase64(given) ?? new Uint8Array(), `${username}:${password}`)
}
