import { decodeJwt } from 'jose'
import { API_PATH } from '../api/paths.ts'
import { bearerToken } from '../auth/authenticate.ts'
import { inboxOf } from '../platform/objects.ts'
import type { InboxRequest } from '../providers/inbox/inbox-request.ts'

/** Where messages are ordered: no address under these takes a secret. */
const NOTED_PATHS = [`${API_PATH}/`, '/correspondence/api/v1/correspondence']

/** What is kept of a body and of an answer. */
const KEPT_BYTES = 64 * 1_024

/** Requests that come within this time are noted together: a load test is not one call more for each message. */
const GATHERED_MS = 50

/** A request that has not told after this long was cut off. */
const CUT_OFF_MS = 1_000

const isJson = (headers: Headers): boolean => headers.get('content-type')?.includes('json') ?? false

const isShort = (headers: Headers): boolean => Number(headers.get('content-length') ?? KEPT_BYTES) < KEPT_BYTES

/** What a token says of itself: nothing is decided by it. */
function organizationOf(request: Request): string | undefined {
  try {
    const claim = decodeJwt(bearerToken(request) ?? '')['urn:altinn:org']
    return typeof claim === 'string' && claim !== '' ? claim : undefined
  } catch {
    return undefined
  }
}

/** The shipments that an answer names, in its order. */
function shipmentsIn(answer: string): readonly string[] {
  return [...new Set(Array.from(answer.matchAll(/"shipmentId":\s*"([\da-f-]{36})"/g), ([, id = '']) => id))]
}

let gathered: InboxRequest[] = []
let tellingUntilMs = 0

/** Tells the inbox what has gathered. One request does so for all: none can wait for a promise of another. */
async function tellSoon(env: Env): Promise<void> {
  const nowMs = Date.now()
  if (nowMs < tellingUntilMs) return
  // Where this request is cut off, another takes over.
  tellingUntilMs = nowMs + CUT_OFF_MS
  await scheduler.wait(GATHERED_MS)
  const requests = gathered
  gathered = []
  tellingUntilMs = 0
  await inboxOf(env).note(requests)
}

/** Whether a request is one that the inbox shows: one that orders or changes something. */
export const isNoted = ({ method, url }: Request): boolean =>
  method !== 'GET' && method !== 'HEAD' && NOTED_PATHS.some((path) => new URL(url).pathname.startsWith(path))

/** The text of a request that is noted, read beside the Worker; `undefined` where it is no short JSON. */
export const noteBody = (request: Request): Promise<string> | undefined =>
  isJson(request.headers) && isShort(request.headers) ? request.clone().text() : undefined

/** Notes a request and its answer for the inbox's page. */
export async function noteRequest(
  env: Env,
  request: Request,
  body: Promise<string> | undefined,
  response: Response,
): Promise<void> {
  const answer = isJson(response.headers) ? (await response.text()).slice(0, KEPT_BYTES) : undefined
  const text = await body?.catch(() => undefined)
  const organization = organizationOf(request)
  gathered.push({
    id: crypto.randomUUID(),
    at: new Date().toISOString(),
    method: request.method,
    path: new URL(request.url).pathname,
    status: response.status,
    ...(organization !== undefined && { organization }),
    ...(text !== undefined && { body: text }),
    ...(answer !== undefined && { answer }),
    shipmentIds: answer === undefined ? [] : shipmentsIn(answer),
  })
  await tellSoon(env)
}
