import { fail, ok, type Result } from '@straks/shared'
import { readUpTo } from './read-up-to.ts'

/** A request to another service. */
export type HttpRequest = {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** A service's answer. Its words are never logged and never shown. */
export type HttpReply = {
  readonly status: number
  readonly headers: Headers
  /** The body as text; `undefined` where it is larger than 64 KiB, breaks off or does not end in time. */
  readonly text: string | undefined
}

/** Why no answer came, as the log says it. */
export type NoReply = 'silence' | 'unreachable'

/** As much of `fetch` as is used. A test may bring its own. */
export type Fetch = (
  url: string,
  init: Pick<HttpRequest, 'method' | 'headers' | 'body'> & {
    readonly redirect: 'manual'
    readonly signal: AbortSignal
  },
) => Promise<Pick<Response, 'status' | 'headers' | 'body'>>

/** Many times the longest answer that any of these services gives. */
const BODY_MAX_BYTES = 65_536

async function readText(body: ReadableStream<Uint8Array> | null): Promise<string | undefined> {
  try {
    return body ? await readUpTo(body, BODY_MAX_BYTES) : ''
  } catch {
    return undefined
  }
}

/**
 * Calls another service. A redirect is not followed: the request carries credentials or personal data, or has an address
 * that was checked, and goes nowhere else.
 *
 * @param signal ends the call, its answer's body included
 */
export async function callHttp(
  { url, ...request }: HttpRequest,
  signal: AbortSignal,
  fetch: Fetch = (address, init) => globalThis.fetch(address, init),
): Promise<Result<HttpReply, NoReply>> {
  try {
    const { status, headers, body } = await fetch(url, { ...request, redirect: 'manual', signal })
    return ok({ status, headers, text: await readText(body) })
  } catch {
    return fail(signal.aborted ? 'silence' : 'unreachable')
  }
}

/** The same where only status and headers count: nothing of the body is read, so one that never ends holds nothing up. */
export async function callForStatus(
  { url, ...request }: HttpRequest,
  signal: AbortSignal,
  fetch: Fetch = (address, init) => globalThis.fetch(address, init),
): Promise<Result<Omit<HttpReply, 'text'>, NoReply>> {
  try {
    const { status, headers, body } = await fetch(url, { ...request, redirect: 'manual', signal })
    void body?.cancel().catch(() => undefined)
    return ok({ status, headers })
  } catch {
    return fail(signal.aborted ? 'silence' : 'unreachable')
  }
}

/** An answer's JSON; `undefined` where it is none. */
export function jsonBody({ text }: Pick<HttpReply, 'text'>): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}
