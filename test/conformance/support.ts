import { keepSecret, send } from '#client'

export const API = '/notifications/api/v1/future'
export const SCOPE = 'altinn:serviceowner/notifications.create'

/** Any JSON answer, taken apart without ceremony: what a test expects of it is the test's own check. */
export type Answer = { readonly status: number; readonly headers: Headers; readonly json: Record<string, unknown> }

type TokenRequest = { org?: string; scope?: string; expiresIn?: number }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Reads an answer's JSON; an empty body is an empty object. */
export async function read(response: Response): Promise<Answer> {
  const text = await response.text()
  const json: unknown = text === '' ? {} : JSON.parse(text)
  return { status: response.status, headers: response.headers, json: isRecord(json) ? json : { value: json } }
}

/** A token of the local issuer. */
export async function tokenFor(request: TokenRequest = {}): Promise<string> {
  const answer = await read(await send('/dev/token', { method: 'POST', body: JSON.stringify(request) }))
  const token = String(answer.json.access_token)
  keepSecret(token)
  return token
}

const digits = (count: number): string => {
  const numbers = crypto.getRandomValues(new Uint32Array(count))
  return Array.from(numbers, (number) => number % 10).join('')
}

/** A number that no other test uses, and that no log may show. */
export function someNumber(): string {
  const number = `+4791${digits(6)}`
  keepSecret(number.slice(1))
  return number
}

/** An address that no other test uses, and that no log may show. */
export function someAddress(): string {
  const name = `ola.${digits(10)}`
  keepSecret(name)
  return `${name}@example.com`
}

/** A text with a code that no log may show. Ten digits, so that no id holds them by chance. */
export function someText(): string {
  const code = digits(10)
  keepSecret(code)
  return `Engangskoden din er ${code}. Den er gyldig i 2 minutter.`
}

type Members = Record<string, unknown>

/** A right instant SMS request with some members changed. */
export const smsRequest = (changes: { request?: Members; recipient?: Members; settings?: Members } = {}) => ({
  idempotencyId: crypto.randomUUID(),
  sendersReference: 'login-1234',
  ...changes.request,
  recipientSms: {
    phoneNumber: someNumber(),
    timeToLiveInSeconds: 120,
    ...changes.recipient,
    smsSettings: { sender: 'Altinn', body: someText(), ...changes.settings },
  },
})

/** A right instant e-mail request with some members changed. */
export const emailRequest = (changes: { request?: Members; recipient?: Members; settings?: Members } = {}) => ({
  idempotencyId: crypto.randomUUID(),
  ...changes.request,
  recipientEmail: {
    emailAddress: someAddress(),
    ...changes.recipient,
    emailSettings: { subject: 'Engangskode for pålogging', body: someText(), ...changes.settings },
  },
})

/** Posts JSON, or a text as it is. */
export async function post(
  path: string,
  body: unknown,
  { token, headers = {} }: { token: string; headers?: Record<string, string> },
): Promise<Answer> {
  return read(
    await send(path, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    }),
  )
}

export const postSms = (body: unknown, token: string) => post(`${API}/orders/instant/sms`, body, { token })
export const postEmail = (body: unknown, token: string) => post(`${API}/orders/instant/email`, body, { token })

/** The shipment that an accepted order tells of. */
export function shipmentIdOf({ json }: Answer): string {
  const { notification } = json
  if (!isRecord(notification) || typeof notification.shipmentId !== 'string')
    throw new Error('No shipment in the answer')
  return notification.shipmentId
}

export const getShipment = async (shipmentId: string, token: string): Promise<Answer> =>
  read(await send(`${API}/shipment/${shipmentId}`, { headers: { authorization: `Bearer ${token}` } }))

/** What has arrived in the inbox for one shipment. */
export async function arrived(shipmentId: string): Promise<readonly Record<string, unknown>[]> {
  const messages: unknown = await (await send('/dev/inbox/messages')).json()
  if (!Array.isArray(messages)) throw new Error('The inbox shows no list')
  return messages.filter((message) => message.shipmentId === shipmentId)
}

const POLL_MS = 50

/** Waits until something holds. */
export async function eventually<Value>(
  look: () => Promise<Value>,
  holds: (value: Value) => boolean,
  withinMs = 10_000,
): Promise<Value> {
  const untilMs = Date.now() + withinMs
  for (;;) {
    const value = await look()
    if (holds(value)) return value
    if (Date.now() > untilMs) throw new Error(`Still ${JSON.stringify(value)} after ${withinMs} ms`)
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

/** Waits until a shipment has a status. */
export const reaches = (shipmentId: string, status: string, token: string, withinMs?: number): Promise<Answer> =>
  eventually(
    () => getShipment(shipmentId, token),
    ({ json }) => json.status === status,
    withinMs,
  )
