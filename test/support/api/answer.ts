export type Members = Record<string, unknown>

/** Any JSON answer, taken apart without ceremony: what a test expects of it is the test's own check. */
export type Answer = { readonly status: number; readonly headers: Headers; readonly json: Members }

export const isRecord = (value: unknown): value is Members => typeof value === 'object' && value !== null

/** Reads an answer's JSON; an empty body is an empty object. */
export async function read(response: Response): Promise<Answer> {
  const text = await response.text()
  const json: unknown = text === '' ? {} : JSON.parse(text)
  return { status: response.status, headers: response.headers, json: isRecord(json) ? json : { value: json } }
}

/** A list of objects; anything else fails the test. */
export function listIn(value: unknown): readonly Members[] {
  if (!Array.isArray(value) || !value.every(isRecord)) throw new Error('There is no list')
  return value
}

/** The shipment that an accepted order tells of. */
export function shipmentIdOf({ status, json }: Answer): string {
  const { notification } = json
  if (!isRecord(notification) || typeof notification.shipmentId !== 'string')
    throw new Error(`No shipment in the answer, which is ${status}: ${JSON.stringify(json)}`)
  return notification.shipmentId
}
