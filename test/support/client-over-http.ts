import { appendFileSync } from 'node:fs'
import { inject } from 'vitest'

const sent = new Set<string>()

/** Begins a test file, by its path below `test/`: what is called from here on is called by it. */
export function startFile(name: string): void {
  sent.clear()
  const file = inject('requestsFile')
  if (file !== undefined) appendFileSync(file, `# ${name}\n`)
}

/** Notes which operation was called, so that a whole run can tell which were not. */
function noteRequest(request: string): void {
  const file = inject('requestsFile')
  if (file === undefined || sent.has(request)) return
  sent.add(request)
  appendFileSync(file, `${request}\n`)
}

/** Sends a request to the service under test, over a real connection. */
export function send(path: string, init: RequestInit = {}): Promise<Response> {
  noteRequest(`${init.method ?? 'GET'} ${path.split('?')[0]}`)
  return fetch(inject('baseUrl') + path, init)
}

/** Notes something that must never show up in a log, where a whole run searches its log. */
export function keepSecret(secret: string): void {
  const file = inject('secretsFile')
  if (file !== undefined) appendFileSync(file, `${secret}\n`)
}
