import { inboxOf } from '../platform/objects.ts'
import { readHeader } from '../platform/read-header.ts'
import { defineDevelopmentRoute } from './define-development-route.ts'

/** `GET /dev/inbox/messages`: what has arrived, newest first; with `?limit=N` the latest N. */
export const listInboxMessages = defineDevelopmentRoute(
  'GET',
  '/inbox/messages',
  'List what has arrived, newest first',
  async ({ url, context }) => {
    const limit = /^\d{1,9}$/.exec(url.searchParams.get('limit') ?? '')?.[0]
    const messages = await inboxOf(context.env).messages(limit === undefined ? undefined : Number(limit))
    return Response.json(messages, { headers: { 'cache-control': 'no-store' } })
  },
)

/** `DELETE /dev/inbox/messages`: empties the inbox. */
export const emptyInbox = defineDevelopmentRoute(
  'DELETE',
  '/inbox/messages',
  'Empty the inbox',
  async ({ context }) => {
    await inboxOf(context.env).empty()
    return new Response(null, { status: 204 })
  },
)

/** `POST /dev/inbox/messages/restore`: brings back what was emptied last. */
export const restoreInbox = defineDevelopmentRoute(
  'POST',
  '/inbox/messages/restore',
  'Bring back what was emptied last',
  async ({ context }) => {
    await inboxOf(context.env).restore()
    return new Response(null, { status: 204 })
  },
)

/** `GET /dev/inbox/live`: a WebSocket that reports every message and every change of status. */
export const watchInbox = defineDevelopmentRoute(
  'GET',
  '/inbox/live',
  'Follow the inbox over a WebSocket',
  async ({ request, context }) => {
    if (readHeader(request, 'upgrade')?.toLowerCase() !== 'websocket')
      return new Response('This address takes WebSocket connections.', {
        status: 426,
        headers: { upgrade: 'websocket' },
      })
    return inboxOf(context.env).fetch(request)
  },
)
