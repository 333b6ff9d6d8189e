import { ok, type Result } from '@straks/shared'
import { authenticateAny, authenticateToken, requireOrganization } from '../../auth/authenticate.ts'
import type { Principal } from '../../auth/principal.ts'
import type { Failure } from '../../domain/failure.ts'
import type { RequestContext } from '../http/request-context.ts'

/**
 * Who may call a route. The check has two steps, because Altinn judges the body between them: the token and its scope
 * come before the body, the organisation after it.
 */
export type Access<Caller> = {
  /** The scopes of which a caller needs one; none where no token is needed. */
  readonly scopes: readonly string[]
  /** The name of the security scheme in the API's description, where it is not a bearer token. */
  readonly scheme?: string
  /** Before the body is read: the token and its scope. The function that it gives is asked after the body. */
  readonly authenticate: (
    request: Request,
    context: RequestContext,
  ) => Promise<Result<() => Result<Caller, Failure>, Failure>>
}

/** A caller whose token names its organisation. */
export type OrganizationCaller = Principal & { readonly organization: string }

type Scopes = readonly [string, ...string[]]

/** A caller with any one of the scopes, whether or not its token names an organisation. */
export const anyoneWith = (...scopes: Scopes): Access<Principal> => ({
  scopes,
  authenticate: async (request, { verifier }) => {
    const principal = await authenticateAny(request, verifier, scopes, Date.now())
    return principal.ok ? ok(() => principal) : principal
  },
})

/** A caller with a valid token, whatever its scopes. */
export const anyoneWithToken: Access<Principal> = {
  scopes: [],
  scheme: 'bearer',
  authenticate: async (request, { verifier }) => {
    const principal = await authenticateToken(request, verifier, Date.now())
    return principal.ok ? ok(() => principal) : principal
  },
}

/** An organisation with any one of the scopes. */
export const organizationWith = (...scopes: Scopes): Access<OrganizationCaller> => ({
  scopes,
  authenticate: async (request, { verifier }) => {
    const principal = await authenticateAny(request, verifier, scopes, Date.now())
    if (!principal.ok) return principal
    return ok(() => {
      const organization = requireOrganization(principal.value)
      return organization.ok ? ok({ ...principal.value, organization: organization.value }) : organization
    })
  },
})

const open = async (): Promise<Result<() => Result<undefined, Failure>, Failure>> => ok(() => ok(undefined))

/** No token is needed. */
export const anyone: Access<undefined> = { scopes: [], authenticate: open }

/** The handler checks a signature or a login of its own; the scheme is named for the description. */
export const signed = (scheme: string): Access<undefined> => ({ scopes: [], scheme, authenticate: open })
