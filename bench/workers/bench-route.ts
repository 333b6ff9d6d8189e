import { ok } from '@straks/shared'
import { anyone } from '../../worker/api/routing/access.ts'
import { defineRoute, type Method, type Route, type RouteCall } from '../../worker/api/routing/route.ts'

/** Declares a route that only a benchmark calls. */
export const defineBenchRoute = <const Path extends string>(
  method: Method,
  path: Path,
  handle: (call: RouteCall<Path, undefined>) => Promise<Response>,
): Route =>
  defineRoute({
    method,
    path,
    access: anyone,
    documentation: undefined,
    handle: async (call) => ok(await handle(call)),
  })
