import { createLocalJWKSet, errors, type JWTVerifyGetKey } from 'jose'
import * as z from 'zod'
import { callHttp, jsonBody } from '../platform/http-client.ts'
import type { TrustedIssuer } from '../platform/token-issuers.ts'
import { SharedFetch } from './shared-fetch.ts'
import type { IssuerKeys } from './token-verifier.ts'

/**
 * How long an issuer's keys are kept. With the time that a verified token is remembered this is how long a withdrawn key
 * is believed: one minute.
 */
const KEYS_KEPT_MS = 30_000

/** How soon after a fetch an unknown key may cause another: a flood of forged tokens is no flood of fetches. */
const REFETCH_PAUSE_MS = 2_000

const FETCH_TIMEOUT_MS = 5_000

const OpenIdConfiguration = z.object({ issuer: z.string(), jwks_uri: z.url() })

/** What counts of a public key. One that tells a part of its secret is none. */
const PublicKey = z.object({
  kty: z.string(),
  kid: z.string().exactOptional(),
  alg: z.string().exactOptional(),
  use: z.string().exactOptional(),
  key_ops: z.array(z.string()).exactOptional(),
  crv: z.string().exactOptional(),
  n: z.string().exactOptional(),
  e: z.string().exactOptional(),
  x: z.string().exactOptional(),
  y: z.string().exactOptional(),
  d: z.never().exactOptional(),
})

const KeySet = z.object({ keys: z.array(z.unknown()) })

/** An issuer did not answer, or not with keys: nothing can be said of its tokens now. */
class IssuerUnavailable extends Error {
  override readonly name = 'IssuerUnavailable'
}

async function getJson(url: string): Promise<unknown> {
  const headers = { accept: 'application/json' }
  const reply = await callHttp({ method: 'GET', url, headers }, AbortSignal.timeout(FETCH_TIMEOUT_MS))
  if (!reply.ok) throw new IssuerUnavailable(reply.failure)
  if (reply.value.status !== 200) throw new IssuerUnavailable(`status ${reply.value.status}`)
  return jsonBody(reply.value)
}

async function discover(issuer: string): Promise<string> {
  const found = OpenIdConfiguration.safeParse(
    await getJson(`${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`),
  )
  if (!found.success) throw new IssuerUnavailable('no OpenID configuration')
  if (found.data.issuer !== issuer) throw new IssuerUnavailable("another issuer's configuration")
  return found.data.jwks_uri
}

async function fetchKeys(url: string): Promise<JWTVerifyGetKey> {
  const found = KeySet.safeParse(await getJson(url))
  // A key of another kind, or a broken one, does not spoil the others: RFC 7517 5.
  const keys = (found.data?.keys ?? []).flatMap((key) => PublicKey.safeParse(key).data ?? [])
  if (keys.length === 0) throw new IssuerUnavailable('no keys')
  return createLocalJWKSet({ keys })
}

/**
 * The keys of a configured issuer, fetched when the first of its tokens comes.
 *
 * @throws {IssuerUnavailable} from `keys`, where they can be had neither now nor from before
 */
export function remoteIssuer({ issuer, jwksUrl, audience }: TrustedIssuer): IssuerKeys {
  let keysUrl = jwksUrl
  const fetchAll = async () => {
    const url = keysUrl ?? (await discover(issuer))
    // Where they cannot be had, they may have moved: the next fetch asks anew where they are.
    keysUrl = jwksUrl
    const keySet = await fetchKeys(url)
    keysUrl = url
    return keySet
  }
  const shared = new SharedFetch(fetchAll, { keptMs: KEYS_KEPT_MS, pauseMs: REFETCH_PAUSE_MS })
  const keys: JWTVerifyGetKey = async (header, token) => {
    const keySet = await shared.get()
    try {
      return await keySet(header, token)
    } catch (error) {
      // A new key may have come since: the set is asked for once more, but not by every forged token.
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error
      return (await shared.refresh())(header, token)
    }
  }
  return { issuer, audience, keys }
}
