import { appendFileSync } from 'node:fs'
import { inject } from 'vitest'

/** Sends a request to the service under test, over a real connection. */
export const send = (path: string, init: RequestInit = {}): Promise<Response> => fetch(inject('baseUrl') + path, init)

/** Notes something that must never show up in a log, where a whole run searches its log. */
export function keepSecret(secret: string): void {
  const file = inject('secretsFile')
  if (file !== undefined) appendFileSync(file, `${secret}\n`)
}
