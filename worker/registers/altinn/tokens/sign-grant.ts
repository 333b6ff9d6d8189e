import { importJWK, SignJWT } from 'jose'
import { ConfigurationError } from '../../../platform/config.ts'
import type { MaskinportenClient, PrivateKey } from '../settings.ts'

/** Maskinporten takes at most 120 s. A grant is used at once, and once. */
const GRANT_LIFETIME_SECONDS = 60

async function importKey(key: PrivateKey) {
  try {
    return await importJWK(key, key.alg)
  } catch {
    // The library's own words may quote the key.
    throw new ConfigurationError('The setting MASKINPORTEN_KEY is no RSA key that can be used.')
  }
}

/**
 * Signs a request for a token with this scope (RFC 7523). Maskinporten refuses claims that it does not know.
 *
 * @throws ConfigurationError where the key cannot be used
 */
export async function signGrant({ issuer, clientId, key }: MaskinportenClient, scope: string, nowMs: number) {
  const nowSeconds = Math.floor(nowMs / 1_000)
  return new SignJWT({ scope, jti: crypto.randomUUID() })
    .setProtectedHeader({ alg: key.alg, kid: key.kid })
    .setIssuer(clientId)
    .setAudience(issuer)
    .setIssuedAt(nowSeconds)
    .setExpirationTime(nowSeconds + GRANT_LIFETIME_SECONDS)
    .sign(await importKey(key))
}
