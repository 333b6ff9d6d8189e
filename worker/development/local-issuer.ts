import { DurableObject } from 'cloudflare:workers'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose'
import { toBase64 } from '../domain/bytes.ts'

const ALGORITHM = 'ES256'
const KEY = 'private-key'
const CONTENT_KEYS = 'content-keys'
const CONTENT_KEY_BYTES = 32

/**
 * Issues tokens in development, so that a client can be tried without an account. Its key is made on first use and
 * stays in this object, so tokens outlive a restart.
 */
export class LocalIssuer extends DurableObject<Env> {
  #key: Promise<JWK> | undefined

  /** The key that proves this issuer's tokens. */
  async publicKey(): Promise<JWK> {
    const { d: _secret, ...shown } = await this.#privateKey()
    return shown
  }

  /** A signed token with these claims. */
  async sign(issuer: string, claims: Readonly<Record<string, string>>, expiresInSeconds: number): Promise<string> {
    const jwk = await this.#privateKey()
    const nowSeconds = Math.floor(Date.now() / 1_000)
    return new SignJWT({ ...claims, jti: crypto.randomUUID() })
      .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT', ...(jwk.kid !== undefined && { kid: jwk.kid }) })
      .setIssuer(issuer)
      .setIssuedAt(nowSeconds)
      .setExpirationTime(nowSeconds + expiresInSeconds)
      .sign(await importJWK(jwk, ALGORITHM))
  }

  /** The keys that message texts are sealed with where none are set. They stay with the state that they seal. */
  contentKeys(): readonly { readonly id: string; readonly key: string }[] {
    const stored = this.ctx.storage.kv.get<readonly { id: string; key: string }[]>(CONTENT_KEYS)
    if (stored) return stored
    const made = [{ id: 'local', key: toBase64(crypto.getRandomValues(new Uint8Array(CONTENT_KEY_BYTES))) }]
    this.ctx.storage.kv.put(CONTENT_KEYS, made)
    return made
  }

  #privateKey(): Promise<JWK> {
    this.#key ??= this.#loadKey()
    return this.#key
  }

  async #loadKey(): Promise<JWK> {
    const stored = await this.ctx.storage.get<JWK>(KEY)
    if (stored) return stored
    const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true })
    const jwk = await exportJWK(privateKey)
    const named = { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: ALGORITHM }
    await this.ctx.storage.put(KEY, named)
    return named
  }
}
