import { fail, ok, type Result, readUuid, UUID } from '@straks/shared'
import type * as z from 'zod'
import type { Failure } from '../../domain/failure.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { Access } from './access.ts'
import type { Body } from './body.ts'
import type { Described } from './described.ts'
import type { DescribedParameter, Documentation } from './documentation.ts'
import type { ParameterOf, PathParameters } from './path.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What a route answers where it does not fail. */
export type RouteAnswer = Response

/** A route on its way out: every answer says so. */
export type Deprecation = {
  /** `Deprecation` (RFC 9745): seconds since 1970, after an `@`. */
  readonly since: string
  /** `Sunset` (RFC 8594): an HTTP date. */
  readonly sunset: string
  /** The path that replaces it. */
  readonly successor: string
}

/** How a route reads its query, before it asks for the organisation. */
export type Query<Value> = {
  readonly schema: () => z.ZodObject
  readonly read: (parameters: URLSearchParams) => Result<Value, Failure>
}

/** A request that has passed all of its route's checks. */
export type RouteCall<Path extends string, Caller, Content = undefined, Asked = undefined> = {
  readonly params: PathParameters<Path>
  readonly caller: Caller
  readonly body: Content
  readonly query: Asked
  readonly url: URL
  readonly request: Request
  readonly context: RequestContext
}

type Declaration<Path extends string, Caller, Content, Asked> = {
  readonly method: Method
  /** Below its group's prefix; parameters in braces. Matched in any letter case. */
  readonly path: Path
  readonly access: Access<Caller>
  /** Whether a GET changes something. HEAD is refused there, because it would change it too. */
  readonly hasEffects?: boolean
  readonly parameters?: Readonly<Record<ParameterOf<Path>, DescribedParameter>>
  readonly query?: Query<Asked>
  readonly body?: Body<Content>
  readonly deprecation?: Deprecation
  readonly documentation: Described<Documentation>
  handle(call: RouteCall<Path, Caller, Content, Asked>): Promise<Result<RouteAnswer, Failure>>
}

/** One route: everything that the router, the description and the API's page know of it. */
export type Route = Pick<
  Declaration<string, unknown, unknown, unknown>,
  'method' | 'path' | 'hasEffects' | 'deprecation' | 'documentation'
> & {
  readonly access: Pick<Access<unknown>, 'scopes' | 'scheme'>
  readonly parameters: Readonly<Record<string, DescribedParameter>>
  readonly query: (() => z.ZodObject) | undefined
  readonly body: Pick<Body<unknown>, 'type' | 'schema' | 'refusals'> | undefined
  readonly answer: (
    request: Request,
    url: URL,
    params: Readonly<Record<string, string>>,
    context: RequestContext,
  ) => Promise<Result<RouteAnswer, Failure>>
}

function announce(context: RequestContext, { since, sunset, successor }: Deprecation): void {
  context.headers.set('deprecation', since)
  context.headers.set('sunset', sunset)
  context.headers.set('link', `<${successor}>; rel="successor-version"`)
}

/** The parameters of a path, ids as they are written here; or why Altinn's server would look for nothing. */
function readParameters(
  params: Readonly<Record<string, string>>,
  described: Readonly<Record<string, DescribedParameter>>,
): Result<Readonly<Record<string, string>>, Failure> {
  const read: Record<string, string> = {}
  for (const [name, written] of Object.entries(params)) {
    const { format, refusedAs } = described[name] ?? {}
    const value = format === 'uuid' ? readUuid(written) : written
    if (refusedAs !== undefined && !UUID.test(value))
      return fail({ reason: 'query-invalid', parameter: refusedAs, message: 'The value is not valid.' })
    read[name] = value
  }
  return ok(read)
}

/**
 * Declares one route. The checks come in Altinn's order: token and scope, body (or query), organisation; so a request
 * that is wrong is refused even where its key was used before. docs/altinn/notifications.md §1.2.
 */
export function defineRoute<const Path extends string, Caller, Content = undefined, Asked = undefined>(
  declaration: Declaration<Path, Caller, Content, Asked>,
): Route
export function defineRoute(declaration: Declaration<string, unknown, unknown, unknown>): Route {
  const { access, body, query, deprecation, parameters = {} } = declaration
  return {
    ...declaration,
    parameters,
    query: query?.schema,
    body,
    answer: async (request, url, params, context) => {
      if (deprecation) announce(context, deprecation)
      const authenticated = await access.authenticate(request, context)
      if (!authenticated.ok) return authenticated
      const named = readParameters(params, parameters)
      if (!named.ok) return named
      const asked = query ? query.read(url.searchParams) : ok(undefined)
      if (!asked.ok) return asked
      const content = body ? await body.read(request, context) : ok(undefined)
      if (!content.ok) return content
      const caller = authenticated.value()
      if (!caller.ok) return caller
      return declaration.handle({
        params: named.value,
        caller: caller.value,
        body: content.value,
        query: asked.value,
        url,
        request,
        context,
      })
    },
  }
}
