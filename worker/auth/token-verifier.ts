import { fail, ok, type Result } from '@straks/shared'
import { decodeJwt, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import type { Failure } from '../domain/failure.ts'
import { logError } from '../platform/log.ts'
import { isCompact } from './compact-form.ts'
import { type Principal, toPrincipal } from './principal.ts'
import { whyRefused } from './refused-token.ts'
import { isAccessToken } from './token-header.ts'

/** An issuer that is believed, with the keys that prove what it issued. */
export type IssuerKeys = {
  readonly issuer: string
  readonly audience: string | undefined
  readonly keys: JWTVerifyGetKey
}

/**
 * Asymmetric algorithms only: with a shared secret, anyone who can verify a token could also make one. RFC 8725 3.1.
 */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']

/** How long a verified token is believed without another look: with the time that keys are kept, one minute. */
const REMEMBERED_MS = 30_000

/** How many verified tokens are remembered; a client uses one for minutes, so this is clients, not messages. */
const MOST_REMEMBERED = 1_000

type Remembered = { readonly principal: Principal; readonly untilMs: number }

const optionsFor = ({ issuer, audience }: IssuerKeys, nowMs: number) => ({
  issuer,
  ...(audience !== undefined && { audience }),
  algorithms: ALGORITHMS,
  requiredClaims: ['exp'],
  currentDate: new Date(nowMs),
})

/** Verifies a token with the key that it names; where it names none and several fit, with each of them. */
async function verifyWith(token: string, issuer: IssuerKeys, nowMs: number): Promise<JWTPayload> {
  const options = optionsFor(issuer, nowMs)
  try {
    return (await jwtVerify(token, issuer.keys, options)).payload
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error
    for await (const key of error) {
      try {
        return (await jwtVerify(token, key, options)).payload
      } catch (failed) {
        // A key that cannot be used throws something of its own, and the next may be the right one.
        const isOtherKey =
          failed instanceof errors.JWSSignatureVerificationFailed || !(failed instanceof errors.JOSEError)
        if (!isOtherKey) throw failed
      }
    }
    throw new errors.JWSSignatureVerificationFailed()
  }
}

/** Verifies bearer tokens against the issuers it is made with, and remembers the latest for a while. */
export class TokenVerifier {
  readonly #issuers: ReadonlyMap<string, IssuerKeys>
  readonly #organizationCodes: ReadonlyMap<string, string>
  readonly #remembered = new Map<string, Remembered>()

  constructor(issuers: readonly IssuerKeys[], organizationCodes: ReadonlyMap<string, string>) {
    this.#issuers = new Map(issuers.map((issuer) => [issuer.issuer, issuer]))
    this.#organizationCodes = organizationCodes
  }

  /**
   * Says who holds a token, or why it is not accepted: its holder may read that, and a forger learns nothing from it that
   * the standard does not say. An issuer that cannot be asked is no fault of the token.
   */
  async verify(token: string, nowMs: number): Promise<Result<Principal, Failure>> {
    const known = this.#remembered.get(token)
    if (known && nowMs < known.untilMs) return ok(known.principal)
    if (!isCompact(token)) return fail({ reason: 'unauthenticated', why: 'malformed' })
    try {
      const issuer = this.#issuers.get(decodeJwt(token).iss ?? '')
      if (!issuer) return fail({ reason: 'unauthenticated', why: 'unknown issuer' })
      const payload = await verifyWith(token, issuer, nowMs)
      if (!isAccessToken(token)) return fail({ reason: 'unauthenticated', why: 'not an access token' })
      const principal = toPrincipal(payload, this.#organizationCodes)
      this.#remember(token, { principal, untilMs: Math.min(nowMs + REMEMBERED_MS, (payload.exp ?? 0) * 1_000) })
      return ok(principal)
    } catch (error) {
      if (error instanceof errors.JOSEError)
        return fail({ reason: 'unauthenticated', why: whyRefused(error, token, nowMs) })
      logError('issuer-unavailable', error)
      return fail({ reason: 'issuer-unavailable' })
    }
  }

  #remember(token: string, remembered: Remembered): void {
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear()
    this.#remembered.set(token, remembered)
  }
}
