import { exports } from 'cloudflare:workers'

/** Sends a request to the service under test, inside its own runtime. */
export const send = (path: string, init: RequestInit = {}): Promise<Response> =>
  exports.default.fetch(new Request(`http://straks.test${path}`, init))

/** Secrets are searched for where the suite runs over HTTP: there the log is a file. */
export function keepSecret(): void {
  // Nothing to note them in.
}
