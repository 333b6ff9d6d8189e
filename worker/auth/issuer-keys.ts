import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose'
import * as z from 'zod'
import type { TrustedIssuer } from '../config.ts'
import type { IssuerKeys } from './token-verifier.ts'

/** How long an issuer's keys are kept; a token with an unknown key fetches them anew at once. */
const KEYS_KEPT_MS = 600_000

/** How soon after a fetch an unknown key may cause another: a flood of forged tokens is no flood of fetches. */
const REFETCH_PAUSE_MS = 2_000

const FETCH_TIMEOUT_MS = 5_000

const OpenIdConfiguration = z.object({ issuer: z.string(), jwks_uri: z.url() })

async function discover(issuer: string): Promise<URL> {
  const response = await fetch(`${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(FETCH_TIMEOUT_MS),
  })
  if (!response.ok) throw new Error(`The issuer's OpenID configuration answered ${response.status}`)
  const configuration = OpenIdConfiguration.parse(await response.json())
  if (configuration.issuer !== issuer) throw new Error("The issuer's OpenID configuration is another issuer's")
  return new URL(configuration.jwks_uri)
}

/** The keys of a configured issuer, fetched when the first of its tokens comes. */
export function remoteIssuer({ issuer, jwksUrl, audience }: TrustedIssuer): IssuerKeys {
  let keySet: JWTVerifyGetKey | undefined
  const keys: JWTVerifyGetKey = async (header, token) => {
    // Not shared while pending: a request must not wait for the fetch of another that may be gone.
    keySet ??= createRemoteJWKSet(jwksUrl === undefined ? await discover(issuer) : new URL(jwksUrl), {
      cacheMaxAge: KEYS_KEPT_MS,
      cooldownDuration: REFETCH_PAUSE_MS,
      timeoutDuration: FETCH_TIMEOUT_MS,
    })
    return keySet(header, token)
  }
  return { issuer, audience, keys }
}
