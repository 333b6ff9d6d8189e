import { fail, ok, type Result } from '@straks/shared'
import type { Failure } from '../domain/failure.ts'
import { readHeader } from '../platform/read-header.ts'
import type { Principal } from './principal.ts'
import type { TokenVerifier } from './token-verifier.ts'

/** The scope that ordering and following notifications takes. docs/altinn/notifications.md §1.5. */
export const NOTIFICATIONS_CREATE = 'altinn:serviceowner/notifications.create'

/** The scopes that sending a correspondence takes, and reading one. docs/altinn/correspondence.md §1. */
export const CORRESPONDENCE_WRITE = 'altinn:correspondence.write'
export const CORRESPONDENCE_READ = 'altinn:correspondence.read'

/** The scope for asking whether a notification may be sent, as Altinn's notification service does. */
export const CONDITION_CHECK = 'altinn:system/notifications.condition.check'

/** The scope of those who run the service: every organisation's messages, by what they are and never by their text. */
export const OPERATE = 'straks:operator'

const BEARER = /^bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i

/** Something that calls itself a bearer token and is none of the form that tokens have. */
const BEARER_OF_ANOTHER_FORM = /^bearer +\S/i

/** The bearer token of a request; `undefined` where it has none. */
export const bearerToken = (request: Request): string | undefined =>
  BEARER.exec(readHeader(request, 'authorization') ?? '')?.[1]

/** Why a request without a token of the right form is refused: its sender may believe that there is one. */
const withoutToken = (request: Request): Failure =>
  BEARER_OF_ANOTHER_FORM.test(readHeader(request, 'authorization') ?? '')
    ? { reason: 'unauthenticated', why: 'malformed' }
    : { reason: 'unauthenticated' }

/** Who is calling, if the bearer token is valid, whatever it may be used for. */
export async function authenticateToken(
  request: Request,
  verifier: TokenVerifier,
  nowMs: number,
): Promise<Result<Principal, Failure>> {
  const token = bearerToken(request)
  return token === undefined ? fail(withoutToken(request)) : verifier.verify(token, nowMs)
}

/** Who is calling, if the bearer token is valid and carries one of the scopes. */
export async function authenticateAny(
  request: Request,
  verifier: TokenVerifier,
  scopes: readonly [string, ...string[]],
  nowMs: number,
): Promise<Result<Principal, Failure>> {
  const principal = await authenticateToken(request, verifier, nowMs)
  if (!principal.ok || scopes.some((scope) => principal.value.scopes.has(scope))) return principal
  return fail({ reason: 'scope-missing', scope: scopes[0] })
}

/** The organisation that a principal acts for. Asked after the body is judged, as Altinn does. */
export const requireOrganization = ({ organization }: Principal): Result<string, Failure> =>
  organization === undefined ? fail({ reason: 'organization-missing' }) : ok(organization)
