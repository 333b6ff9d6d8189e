import * as z from 'zod'
import { secureUrl } from './secure-url.ts'

/** Whose tokens are believed, and how their keys are found. */
export type TrustedIssuer = {
  readonly issuer: string
  /** Where the keys are; left out, the issuer's OpenID configuration tells. */
  readonly jwksUrl?: string | undefined
  /** The audience a token must name; left out, any. */
  readonly audience?: string | undefined
}

/** Whose tokens make an operator: an issuer's with the scope, or those of a Cloudflare Access application. */
export type OperatorIssuer = TrustedIssuer & { readonly isAccess: boolean }

/** One trusted issuer as the settings name it: by its URL alone, or with where its keys are. */
export const issuer = z.union([
  secureUrl.transform((url): TrustedIssuer => ({ issuer: url })),
  z.strictObject({ issuer: secureUrl, jwksUrl: secureUrl.optional(), audience: z.string().min(1).optional() }),
])

/** Where a team's keys are, below its domain. */
const ACCESS_CERTIFICATES = '/cdn-cgi/access/certs'

/** One issuer of operators' tokens, or an application of Cloudflare Access. */
export const operatorIssuer = z.union([
  issuer.transform((trusted): OperatorIssuer => ({ ...trusted, isAccess: false })),
  z.strictObject({ cloudflareAccess: secureUrl, audience: z.string().min(1) }).transform(
    ({ cloudflareAccess, audience }): OperatorIssuer => ({
      issuer: cloudflareAccess.replace(/\/$/, ''),
      jwksUrl: new URL(ACCESS_CERTIFICATES, cloudflareAccess).href,
      audience,
      isAccess: true,
    }),
  ),
])
