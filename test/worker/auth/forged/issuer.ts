import {
  base64url,
  CompactSign,
  type CryptoKey,
  createLocalJWKSet,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type JWK,
} from 'jose'
import { TokenVerifier } from '../../../../worker/auth/token-verifier.ts'

export const ISSUER = 'https://issuer.example/'
export const AUDIENCE = 'https://straks.example/'
export const NOW_MS = Date.UTC(2031, 0, 1)
const NOW_S = NOW_MS / 1_000

export type Members = Readonly<Record<string, unknown>>

export const CLAIMS: Members = {
  iss: ISSUER,
  aud: AUDIENCE,
  exp: NOW_S + 600,
  scope: 'altinn:serviceowner/notifications.create',
  'urn:altinn:org': 'ttd',
}

const encoder = new TextEncoder()

/** Base64 without padding, in the alphabet of tokens. */
export const encode = (value: string | Uint8Array): string => base64url.encode(value)

export type Signer = {
  readonly alg: string
  readonly kid: string
  readonly privateKey: CryptoKey
  readonly jwk: JWK
  readonly spki: string
}

export async function makeSigner(alg: string, kid = `${alg}-key`): Promise<Signer> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
  return { alg, kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg }, spki: await exportSPKI(publicKey) }
}

/** A token that is signed as it says, whatever it says. */
export const signed = (
  { alg, kid, privateKey }: Signer,
  claims: unknown = CLAIMS,
  header: Members = {},
): Promise<string> =>
  new CompactSign(typeof claims === 'string' ? encoder.encode(claims) : encoder.encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg, kid, ...header })
    .sign(privateKey, { crit: { b64: true, exp: false, 'urn:example:unknown': false } })

/** How Web Crypto is told to sign: keys know the rest themselves. */
const SIGNING: Readonly<Record<string, Parameters<SubtleCrypto['sign']>[0]>> = {
  RS256: 'RSASSA-PKCS1-v1_5',
  PS256: { name: 'RSA-PSS', saltLength: 32 },
  ES256: { name: 'ECDSA', hash: 'SHA-256' },
  ES384: { name: 'ECDSA', hash: 'SHA-384' },
  EdDSA: 'Ed25519',
}

/** The issuer's signature of any bytes, as tokens carry it. */
export async function signedBytes({ alg, privateKey }: Signer, bytes: Uint8Array): Promise<string> {
  const signing = SIGNING[alg]
  if (signing === undefined) throw new Error(`${alg} is not known here`)
  return encode(new Uint8Array(await crypto.subtle.sign(signing, privateKey, bytes)))
}

export const verifierFor = (signers: readonly Signer[]): TokenVerifier =>
  new TokenVerifier(
    [{ issuer: ISSUER, audience: AUDIENCE, keys: createLocalJWKSet({ keys: signers.map(({ jwk }) => jwk) }) }],
    new Map(),
  )
