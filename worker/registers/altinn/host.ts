import type { Fetch } from '../../platform/http-client.ts'

/** What calls to other services need of the platform. A test brings a clock of its own. */
export type AltinnHost = {
  readonly fetch: Fetch
  readonly now: () => number
}

/** The platform itself. */
export const PLATFORM: AltinnHost = { fetch: (url, init) => fetch(url, init), now: () => Date.now() }
