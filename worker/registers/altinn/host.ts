/** What calls to other services need of the platform. A test brings a clock of its own. */
export type Host = {
  readonly fetch: Fetch
  readonly now: () => number
}

type Fetch = (url: string, init: FetchInit) => Promise<Pick<Response, 'ok' | 'status' | 'text'>>

type FetchInit = {
  readonly method: 'GET' | 'POST'
  readonly headers: Record<string, string>
  readonly body?: string
  readonly redirect: 'manual'
  readonly signal: AbortSignal
}

/** The platform itself. */
export const PLATFORM: Host = { fetch: (url, init) => fetch(url, init), now: () => Date.now() }
