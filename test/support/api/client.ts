import { type Answer, listIn, type Members, read, shipmentIdOf } from './answer.ts'
import { eventually } from './eventually.ts'
import { emailRequest, smsRequest } from './requests.ts'

export const API = '/notifications/api/v1/future'
export const ORDERS = '/notifications/api/v1/orders'

/** Sends a request to a service under test: over a connection, or inside its own runtime. */
export type Send = (path: string, init?: RequestInit) => Promise<Response>

const FINAL = /Delivered|Failed/

/** A sender of notifications, with its token. */
export class Client {
  readonly #send: Send
  readonly #token: string

  constructor(send: Send, token: string) {
    this.#send = send
    this.#token = token
  }

  /** Sends any request: a body as JSON, a text as it is. */
  request(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const hasBody = body !== undefined
    return this.#send(path, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(hasBody && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(hasBody && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  }

  /** Sends any request, and reads its JSON. */
  ask = async (method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> =>
    read(await this.request(method, path, body, headers))

  sms = (request: unknown = smsRequest()): Promise<Answer> => this.ask('POST', `${API}/orders/instant/sms`, request)
  email = (request: unknown = emailRequest()): Promise<Answer> =>
    this.ask('POST', `${API}/orders/instant/email`, request)
  order = (request: unknown, headers?: Record<string, string>): Promise<Answer> =>
    this.ask('POST', `${API}/orders`, request, headers)

  /** Sends an instant SMS, which must be accepted, and gives its shipment. */
  sendSms = async (request?: unknown): Promise<string> => shipmentIdOf(await this.sms(request))
  /** Sends an instant mail, which must be accepted, and gives its shipment. */
  sendEmail = async (request?: unknown): Promise<string> => shipmentIdOf(await this.email(request))
  /** Places an order, which must be accepted, and gives its shipment. */
  sendOrder = async (request: unknown): Promise<string> => shipmentIdOf(await this.order(request))

  shipment = (shipmentId: string): Promise<Answer> => this.ask('GET', `${API}/shipment/${shipmentId}`)
  statusOf = async (shipmentId: string): Promise<string> => String((await this.shipment(shipmentId)).json.status)

  /** Waits until a shipment has a status. */
  reaches = (shipmentId: string, status: string, withinMs?: number): Promise<Answer> =>
    eventually(
      () => this.shipment(shipmentId),
      ({ json }) => json.status === status,
      withinMs,
    )

  /** Waits until a shipment's status is final, and gives it. */
  settles = (shipmentId: string, withinMs?: number): Promise<string> =>
    eventually(
      () => this.statusOf(shipmentId),
      (status) => FINAL.test(status),
      withinMs,
    )

  /** The entries of the feed after a number, as many as a page has. */
  feed = async (afterNumber: number): Promise<readonly Members[]> =>
    listIn((await this.ask('GET', `${API}/shipment/feed?seq=${afterNumber}`)).json)
}
