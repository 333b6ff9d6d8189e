import { fail, ok } from '@straks/shared'
import { described } from '#described'
import { anyone } from '../api/routing/access.ts'
import { defineRoute, type Method, type Route, type RouteCall } from '../api/routing/route.ts'
import { isDevelopment } from '../platform/config.ts'
import { isFromThisMachine } from './caller-on-this-machine.ts'
import { refuseStranger } from './refuse-stranger.ts'

/**
 * Declares a route of the entry for development. It needs no token, and the API's description does not name it. Where
 * `ENVIRONMENT` is another than development or test it is not there, whichever entry was deployed.
 */
export const defineDevelopmentRoute = <const Path extends string>(
  method: Method,
  path: Path,
  summary: string,
  handle: (call: RouteCall<Path, undefined>) => Promise<Response>,
): Route =>
  defineRoute({
    method,
    path,
    access: anyone,
    documentation: described(() => ({ id: `${method} ${path}`, summary, answers: {} })),
    handle: async (call) => {
      if (!isDevelopment(call.context.env)) return fail({ reason: 'route-unknown' })
      return ok(isFromThisMachine(call.request) ? await handle(call) : refuseStranger())
    },
  })
