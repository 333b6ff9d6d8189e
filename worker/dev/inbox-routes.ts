import { inboxOf } from '../durable-objects/objects.ts'
import type { Exchange } from '../http/exchange.ts'

const inbox = ({ env }: Exchange) => inboxOf(env)

/** `GET /dev/inbox/messages`: what has arrived, newest first; with `?limit=N` the latest N. Design 3.2. */
export async function listInboxMessages(request: Request, exchange: Exchange): Promise<Response> {
  const limit = /^\d{1,9}$/.exec(new URL(request.url).searchParams.get('limit') ?? '')?.[0]
  const messages = await inbox(exchange).messages(limit === undefined ? undefined : Number(limit))
  return Response.json(messages, { headers: { 'cache-control': 'no-store' } })
}

/** `DELETE /dev/inbox/messages`: empties the inbox. */
export async function emptyInbox(_request: Request, exchange: Exchange): Promise<Response> {
  await inbox(exchange).empty()
  return new Response(null, { status: 204 })
}

/** `GET /dev/inbox/live`: a WebSocket that tells of every message and every change of status. */
export async function watchInbox(request: Request, exchange: Exchange): Promise<Response> {
  if (request.headers.get('upgrade')?.toLowerCase() !== 'websocket')
    return new Response('This address takes WebSocket connections.', { status: 426, headers: { upgrade: 'websocket' } })
  return inbox(exchange).fetch(request)
}
