import { fail, ok, type Result } from '@straks/shared'
import { decodeJwt, errors, type JWTVerifyGetKey, jwtVerify } from 'jose'
import type { Failure } from '../failure.ts'
import { logError } from '../log/log.ts'
import { type Principal, toPrincipal } from './principal.ts'

/** An issuer that is believed, with the keys that prove what it issued. */
export type IssuerKeys = {
  readonly issuer: string
  readonly audience: string | undefined
  readonly keys: JWTVerifyGetKey
}

/** Asymmetric algorithms only: with a shared secret whoever can check a token could also make one. RFC 8725 3.1. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA']

/** How long a verified token is believed without another look: a withdrawn key is noticed within this time. */
const REMEMBERED_MS = 60_000

/** How many verified tokens are remembered; a client uses one for minutes, so this is clients, not messages. */
const MOST_REMEMBERED = 1_000

type Remembered = { readonly principal: Principal; readonly untilMs: number }

/** Verifies bearer tokens against the issuers it is made with, and remembers the latest for a while. */
export class TokenVerifier {
  readonly #issuers: ReadonlyMap<string, IssuerKeys>
  readonly #organizationCodes: ReadonlyMap<string, string>
  readonly #remembered = new Map<string, Remembered>()

  constructor(issuers: readonly IssuerKeys[], organizationCodes: ReadonlyMap<string, string>) {
    this.#issuers = new Map(issuers.map((issuer) => [issuer.issuer, issuer]))
    this.#organizationCodes = organizationCodes
  }

  /** Tells who holds a token. Why a token is refused is not told: that would help only who forges one. */
  async verify(token: string, nowMs: number): Promise<Result<Principal, Failure>> {
    const known = this.#remembered.get(token)
    if (known && nowMs < known.untilMs) return ok(known.principal)
    try {
      const issuer = this.#issuers.get(decodeJwt(token).iss ?? '')
      if (!issuer) return fail({ reason: 'unauthenticated' })
      const { payload } = await jwtVerify(token, issuer.keys, {
        issuer: issuer.issuer,
        ...(issuer.audience !== undefined && { audience: issuer.audience }),
        algorithms: ALGORITHMS,
        requiredClaims: ['exp'],
        currentDate: new Date(nowMs),
      })
      const principal = toPrincipal(payload, this.#organizationCodes)
      this.#remember(token, { principal, untilMs: Math.min(nowMs + REMEMBERED_MS, (payload.exp ?? 0) * 1_000) })
      return ok(principal)
    } catch (error) {
      // An issuer that cannot be reached also ends here: without its keys nothing is proven.
      if (!(error instanceof errors.JOSEError)) logError('issuer-unreachable', error)
      return fail({ reason: 'unauthenticated' })
    }
  }

  #remember(token: string, remembered: Remembered): void {
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear()
    this.#remembered.set(token, remembered)
  }
}
