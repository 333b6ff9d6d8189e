import { fail, limits, ok, type Result } from '@straks/shared'
import type { Dialect, Failure } from '../../domain/failure.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { RouteGroup } from './group.ts'
import { compareSpecificity, match, type Pattern, segmentsOf, toPattern } from './path.ts'
import type { Route, RouteAnswer } from './route.ts'

/** Finds a request's route and gives its answer. */
type Router = (request: Request, context: RequestContext) => Promise<Result<RouteAnswer, Failure>>

type Entry = {
  readonly route: Route
  readonly path: string
  readonly pattern: Pattern
  readonly dialect?: Dialect | undefined
}

/** The routes by the number of their segments, the more specific first. */
function tableOf(groups: readonly RouteGroup[]): ReadonlyMap<number, readonly Entry[]> {
  const entries = groups.flatMap(({ prefix, routes, dialect }) =>
    routes.map((route): Entry => {
      const path = prefix + route.path
      return { route, path, pattern: toPattern(path), dialect }
    }),
  )
  entries.sort((one, other) => compareSpecificity(one.pattern, other.pattern))
  return Map.groupBy(entries, ({ pattern }) => pattern.length)
}

/** The methods of an address. HEAD is GET without a body, unless the GET changes something. */
const methodsOf = (routes: readonly Route[]): readonly string[] => [
  ...new Set(
    routes.flatMap(({ method, hasEffects }) => (method === 'GET' && !hasEffects ? ['GET', 'HEAD'] : [method])),
  ),
]

/** An answer, its refusal in the way of the product that was asked. */
const spoken = (answer: Result<RouteAnswer, Failure>, dialect: Dialect | undefined): Result<RouteAnswer, Failure> =>
  answer.ok || dialect === undefined ? answer : fail({ dialect, ...answer.failure })

/** A route that an address leads to, and what the address says for its parameters. */
type Candidate = Entry & { readonly params: Readonly<Record<string, string>> }

function lookUp(table: ReadonlyMap<number, readonly Entry[]>, pathname: string): readonly Candidate[] {
  const segments = segmentsOf(pathname)
  if (!segments) return []
  return (table.get(segments.length) ?? []).flatMap((entry): Candidate | readonly Candidate[] => {
    const params = match(entry.pattern, segments)
    return params ? { ...entry, params } : []
  })
}

/** Makes the router of all routes. */
export function createRouter(groups: readonly RouteGroup[]): Router {
  const table = tableOf(groups)
  const literal = new Set(
    [...table.values()]
      .flat()
      .filter(({ pattern }) => pattern.every(({ kind }) => kind === 'literal'))
      .map(({ path }) => path),
  )
  /** What was found for addresses that are written as their routes are: no more of them than there are routes. */
  const known = new Map<string, readonly Candidate[]>()
  const candidatesAt = (pathname: string): readonly Candidate[] => {
    const before = known.get(pathname)
    if (before) return before
    const found = lookUp(table, pathname)
    if (literal.has(pathname)) known.set(pathname, found)
    return found
  }
  return async (request, context) => {
    if (request.url.length > limits.MEMBER_MAX_UNITS.address)
      return fail({ reason: 'address-too-long', limit: limits.MEMBER_MAX_UNITS.address })
    const url = new URL(request.url)
    const candidates = candidatesAt(url.pathname)
    if (candidates.length === 0) return fail({ reason: 'route-unknown' })
    const allowed = () => methodsOf(candidates.map(({ route }) => route))
    if (request.method === 'OPTIONS')
      return ok(new Response(null, { status: 204, headers: { allow: allowed().join(', ') } }))
    const method = request.method === 'HEAD' ? 'GET' : request.method
    const entry = candidates.find(({ route }) => route.method === method)
    if (!entry || (request.method === 'HEAD' && entry.route.hasEffects))
      return fail({ reason: 'method-not-allowed', allowed: allowed() })
    context.note({ route: entry.path })
    return spoken(await entry.route.answer(request, url, entry.params, context), entry.dialect)
  }
}
