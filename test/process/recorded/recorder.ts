import type { Exchange } from '../../../scripts/docs/api/recorded.ts'
import type { SampleRequest } from '../../../scripts/docs/api/sample-request.ts'

/** What an answer made, by the segment of a path that its id follows. */
const MADE_BY_MEMBER = new Map([
  ['notificationOrderId', 'orders'],
  ['shipmentId', 'shipment'],
  ['correspondenceId', 'correspondence'],
  ['attachmentId', 'attachment'],
])

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

const segmentBefore = (path: string): string => /\/([^/{]+)\/\{/.exec(path)?.[1] ?? ''

/** Sends requests one after the other, and remembers the ids that later ones need. */
export class Recorder {
  readonly #url: string
  readonly #token: string
  readonly #ids = new Map<string, string>()

  constructor(url: string, token: string) {
    this.#url = url
    this.#token = token
  }

  /** The request with the id that its path needs; `undefined` where nothing has made one. */
  complete(request: SampleRequest): SampleRequest | undefined {
    if (!request.path.includes('{')) return request
    const segment = segmentBefore(request.path)
    const id = this.#ids.get(segment) ?? this.#ids.get(segment.replace(/s$/, ''))
    const path = id && request.path.replace(/\{\w+\}/, id)
    return path === undefined || path.includes('{') ? undefined : { ...request, path }
  }

  /** Sends a request, and says what came back. */
  async send(request: SampleRequest): Promise<Exchange> {
    const { method, path, contentType, body, token } = request
    const response = await fetch(this.#url + path, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${this.#token}` }),
        ...(contentType !== undefined && { 'content-type': contentType }),
      },
      ...(body !== undefined && { body }),
    })
    const text = await response.text()
    const type = response.headers.get('content-type')
    if (response.ok) this.#learn(path, text)
    const sent = {
      method,
      path,
      token,
      ...(contentType !== undefined && { contentType }),
      ...(body !== undefined && { body }),
    }
    const answer = {
      status: response.status,
      ...(type !== null && { contentType: type }),
      body: this.#shown(text, type),
    }
    return { request: sent, answer }
  }

  #learn(path: string, text: string): void {
    const last = path.split('/').at(-1) ?? ''
    const look = (value: unknown): void => {
      if (typeof value === 'string' && UUID.test(value)) this.#ids.set(last, value)
      if (typeof value !== 'object' || value === null) return
      for (const [name, inner] of Object.entries(value)) {
        const kind = name === 'id' ? last : MADE_BY_MEMBER.get(name)
        if (typeof inner !== 'string') look(inner)
        // Instant messages have orders too, which cannot be cancelled.
        else if (kind !== undefined && !this.#ids.has(kind) && (kind !== 'orders' || last === 'orders'))
          this.#ids.set(kind, inner)
      }
    }
    try {
      look(JSON.parse(text))
    } catch {
      // No JSON, and so no ids.
    }
  }

  /** An answer as it is shown: laid out, without the token, and with the address that the pages are written for. */
  #shown(text: string, type: string | null): string {
    const laidOut = type?.includes('json') ? JSON.stringify(JSON.parse(text), null, 2) : text
    return laidOut.replaceAll(this.#token, '{token}').replaceAll(this.#url, 'http://127.0.0.1:8787')
  }
}
