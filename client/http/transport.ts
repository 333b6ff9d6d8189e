import { NoAnswerError, ProblemError } from '../errors.ts'
import type { Problem } from '../generated/types.ts'
import type { ClientSettings } from '../options.ts'
import { isRepeatable, isTransient, pauseMs, readRetryAfter } from './retry.ts'

/** One request: address and what travels with it. */
type HttpRequest = {
  readonly method: string
  readonly path: string
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>> | undefined
  /** Sent as JSON; a form or bytes as they are. */
  readonly body?: unknown
  readonly signal?: AbortSignal | undefined
}

/** A successful answer, with its headers. */
type HttpAnswer = { readonly status: number; readonly headers: Headers; readonly body: unknown }

const isRaw = (body: unknown): body is FormData | Blob | ArrayBuffer | Uint8Array<ArrayBuffer> =>
  body instanceof FormData || body instanceof Blob || body instanceof ArrayBuffer || body instanceof Uint8Array

function urlOf(baseUrl: string, { path, query }: HttpRequest): string {
  const given = Object.entries(query ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  )
  return given.length === 0 ? baseUrl + path : `${baseUrl}${path}?${new URLSearchParams(given)}`
}

/**
 * An answer's JSON; text where it is none, nothing where it is empty.
 *
 * @throws where a success is called JSON and is not whole: what the server did is known only when it answers again
 */
async function readBody(response: Response): Promise<unknown> {
  const text = await response.text()
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch (cause) {
    if (response.ok && /[/+]json\b/i.test(response.headers.get('content-type') ?? '')) throw cause
    return text
  }
}

const problemOf = (body: unknown): Partial<Problem> => (typeof body === 'object' && body !== null ? body : {})

/** A request as it is sent each time. */
type WrittenRequest = Pick<HttpRequest, 'method' | 'signal'> & {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: BodyInit | undefined
}

/** @throws {TypeError} where the body is not raw and cannot be JSON */
function write({ baseUrl, language }: ClientSettings, request: HttpRequest): WrittenRequest {
  const { method, body, signal } = request
  const [url, headers] = [urlOf(baseUrl, request), { accept: 'application/json', 'accept-language': language }]
  if (body === undefined || isRaw(body)) return { method, url, headers, body, signal }
  return {
    method,
    url,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  }
}

async function attempt({ token, timeoutMs, fetch }: ClientSettings, request: WrittenRequest): Promise<Response> {
  const { method, url, headers, body, signal } = request
  const bearer = typeof token === 'string' ? token : await token()
  const timeout = AbortSignal.timeout(timeoutMs)
  return fetch(url, {
    method,
    headers: { ...headers, authorization: `Bearer ${bearer}` },
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    ...(body !== undefined && { body }),
  })
}

/** What came of one attempt. */
type Outcome =
  | { readonly kind: 'answered'; readonly answer: HttpAnswer }
  | { readonly kind: 'refused'; readonly error: ProblemError }
  | { readonly kind: 'unanswered'; readonly cause: unknown }

async function tryOnce(settings: ClientSettings, request: WrittenRequest): Promise<Outcome> {
  try {
    const response = await attempt(settings, request)
    const body = await readBody(response)
    const { ok, status, headers } = response
    if (ok) return { kind: 'answered', answer: { status, headers, body } }
    const retryAfterMs = readRetryAfter(headers.get('retry-after'), settings.clock.now())
    return { kind: 'refused', error: new ProblemError(status, problemOf(body), retryAfterMs) }
  } catch (cause) {
    // The caller's own signal is not an outage: it ends the request at once.
    request.signal?.throwIfAborted()
    return { kind: 'unanswered', cause }
  }
}

/** Whether another attempt may help. A pause that is longer than the client makes is the caller's to decide on. */
const mayRetry = ({ status, retryAfterMs = 0 }: ProblemError, { longestPauseMs }: ClientSettings): boolean =>
  isTransient(status) && retryAfterMs <= longestPauseMs

/**
 * Sends a request until it is answered for good. A request that must not be doubled is sent once.
 *
 * @throws {ProblemError} where the server refuses it
 * @throws {NoAnswerError} where no answer came
 * @throws {TypeError} where its body cannot be written
 */
export async function send(settings: ClientSettings, request: HttpRequest): Promise<HttpAnswer> {
  const { clock, maxAttempts } = settings
  const attempts = isRepeatable(request.method, request.body) ? maxAttempts : 1
  const written = write(settings, request)
  for (let attempt = 1; ; attempt++) {
    const outcome = await tryOnce(settings, written)
    if (outcome.kind === 'answered') return outcome.answer
    const isLast = attempt >= attempts
    if (outcome.kind === 'refused' && (isLast || !mayRetry(outcome.error, settings))) throw outcome.error
    if (outcome.kind === 'unanswered' && isLast) throw new NoAnswerError(attempt, outcome.cause)
    const retryAfterMs = outcome.kind === 'refused' ? outcome.error.retryAfterMs : undefined
    await clock.wait(pauseMs(attempt, clock.random(), settings, retryAfterMs), request.signal)
  }
}
