import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

/** What an inbox was sent. */
export type Taken = { readonly path: string; readonly authorization: string | undefined; readonly body: unknown }

/** Stands in for the local inbox: it hands out a token and takes whatever is posted. */
export class Inbox {
  readonly taken: Taken[] = []
  readonly #server = createServer((request, response) => void this.#answer(request, response))

  listen(port: number): Promise<void> {
    return new Promise((resolve) => this.#server.listen(port, '127.0.0.1', resolve))
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body: unknown = JSON.parse(await text(request))
    const path = request.url ?? ''
    response.setHeader('content-type', 'application/json')
    if (path === '/dev/token') {
      response.end(JSON.stringify({ access_token: 'a-token', token_type: 'Bearer', expires_in: 60 }))
      return
    }
    this.taken.push({ path, authorization: request.headers.authorization, body })
    response.writeHead(201)
    response.end(JSON.stringify({ notificationOrderId: 'an-order', notification: { shipmentId: 'a-shipment' } }))
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }
}
