import { SECONDS_PER_MINUTE } from '@straks/shared'
import { decodeJwt, errors } from 'jose'

/** A span of time as a person says it. */
function span(seconds: number): string {
  const [count, unit] =
    seconds < SECONDS_PER_MINUTE
      ? [Math.max(1, Math.round(seconds)), 'second']
      : [Math.round(seconds / SECONDS_PER_MINUTE), 'minute']
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

/** Why a token is not accepted, in words for its holder. Nothing of the token is repeated but its own times. */
export function whyRefused(error: errors.JOSEError, token: string, nowMs: number): string {
  if (error instanceof errors.JWTExpired) {
    const { exp = 0 } = decodeJwt(token)
    return `expired ${span(nowMs / 1_000 - exp)} ago`
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'aud') return 'wrong audience'
    if (error.claim === 'nbf') return 'not valid yet'
    if (error.claim === 'exp') return 'no time of expiry'
    return 'a claim is not accepted'
  }
  if (error instanceof errors.JWKSNoMatchingKey) return 'unknown key'
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'bad signature'
  if (error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JOSENotSupported)
    return 'algorithm not accepted'
  return 'malformed'
}
