import { isJsonValue, lint, recognise } from '@straks/shared'
import { inboxOf } from '../platform/objects.ts'
import { defineDevelopmentRoute } from './define-development-route.ts'
import { readJsonBody } from './read-json.ts'

/** `GET /dev/requests`: what clients have sent to this service, newest first; with `?limit=N` the latest N. */
export const listRequests = defineDevelopmentRoute(
  'GET',
  '/requests',
  'List the requests that clients have sent, newest first',
  async ({ url, context }) => {
    const limit = /^\d{1,9}$/.exec(url.searchParams.get('limit') ?? '')?.[0]
    const requests = await inboxOf(context.env).requests(limit === undefined ? undefined : Number(limit))
    return Response.json(requests, { headers: { 'cache-control': 'no-store' } })
  },
)

/**
 * `POST /dev/judge`: what the judge says of a request, refused or not, in the language of `Accept-Language`. Its answer is
 * a list; a body that is no request of a known kind has an empty one.
 */
export const judgeDocument = defineDevelopmentRoute(
  'POST',
  '/judge',
  'Hear what the judge says of a request',
  async ({ request, context: { language } }) => {
    const document = await readJsonBody(request)
    const kind = recognise(document)
    const findings = kind && isJsonValue(document) ? lint(kind, document, language) : []
    const shown = findings.map(({ code, severity, message, path }) => ({ code, severity, message, path }))
    return Response.json(shown, { headers: { 'cache-control': 'no-store' } })
  },
)
