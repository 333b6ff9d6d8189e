import { DurableObject } from 'cloudflare:workers'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose'

const ALGORITHM = 'ES256'
const KEY = 'private-key'

/**
 * Issues tokens on a laptop, so that a client can be tried without any account. Its key is made on first use and
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
