import { fail, ok, type Result } from '@straks/shared'

/** A service's answer, read to its end. Its words are never logged and never shown. */
export type HttpReply = { readonly status: number; readonly headers: Headers; readonly text: string }

/** Why no answer came, in a word for the log. */
export type NoReply = 'silence' | 'unreachable'

/** Less than the house waits, so that a service that hangs is told from a worker that does. */
const SERVICE_TIMEOUT_MS = 7_000

/** The time that all calls of one attempt have together. It starts now. */
export const patience = (): AbortSignal => AbortSignal.timeout(SERVICE_TIMEOUT_MS)

/** Calls a service. Our credentials are in the request, so it goes nowhere else the service might point to. */
export async function call(
  url: string,
  request: { readonly method: 'GET' | 'POST'; readonly headers: Record<string, string>; readonly body?: string },
  signal: AbortSignal,
): Promise<Result<HttpReply, NoReply>> {
  try {
    const response = await fetch(url, { ...request, redirect: 'manual', signal })
    return ok({ status: response.status, headers: response.headers, text: await response.text() })
  } catch {
    return fail(signal.aborted ? 'silence' : 'unreachable')
  }
}

/** An answer's JSON; `undefined` where it is none. */
export function jsonOf({ text }: Pick<HttpReply, 'text'>): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
