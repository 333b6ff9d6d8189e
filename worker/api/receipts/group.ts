import * as z from 'zod'
import { described } from '#described'
import { receiptRoutes as declared, type ReceiptRoute } from '../../providers/registry.ts'
import { readJsonBody } from '../http/json-body.ts'
import { readBody } from '../http/read-body.ts'
import { signed } from '../routing/access.ts'
import { stream } from '../routing/body.ts'
import { content, empty, problem } from '../routing/documentation.ts'
import type { RouteGroup } from '../routing/group.ts'
import { defineRoute, type Route } from '../routing/route.ts'

/** How reading a report may end. */
const refusalsOf = (type: string): Readonly<Record<number, string>> => ({
  413: 'The body is larger than 256 KiB.',
  ...(type === 'application/json' && { 415: 'The body is not `application/json`.' }),
})

/** A route on which a provider reports. */
function toRoute({ method, path, description: words, handler }: ReceiptRoute): Route {
  const { operationId, summary, description, security, requestType, taken, stranger } = words
  return defineRoute({
    method,
    path,
    access: signed(security.name),
    body: stream(requestType, refusalsOf(requestType)),
    documentation: described(() => ({
      id: operationId,
      summary,
      description,
      answers: {
        [taken.status]:
          taken.type === undefined ? empty('Taken in.') : content('Taken in.', taken.type, () => z.string()),
        [stranger.status]: empty(stranger.description),
        400: empty('The body cannot be read.'),
        404: problem('The settings do not name this provider.'),
      },
    })),
    handle: ({ request, context }) =>
      handler(request, {
        env: context.env,
        config: context.config,
        bounceListeners: context.bounceListeners,
        readBody: () => readBody(request),
        readJson: () => readJsonBody(request),
        note: context.note,
      }),
  })
}

/** What providers report about messages they accepted. `docs/providers.md` explains each of their terms. */
export const receiptRoutes: RouteGroup = {
  prefix: '',
  tag: described(() => ({
    name: 'Providers',
    description: 'Where providers send their delivery reports; present only for selected providers.',
  })),
  routes: declared.map(toRoute),
}
