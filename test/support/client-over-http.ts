import { appendFileSync } from 'node:fs'
import { inject } from 'vitest'
import type { ServiceUnderTest } from './service-under-test.ts'

const sent = new Set<string>()

/** The service of the process that this test runs in: Vitest numbers them from 1. Other projects than this suite's have none. */
const service = (): ServiceUnderTest | undefined => inject('services')?.[Number(process.env.VITEST_POOL_ID) - 1]

/** Begins a test file, by its path below `test/`: what is called from here on is called by it. */
export function startFile(name: string): void {
  sent.clear()
  const { requestsFile } = service() ?? {}
  if (requestsFile !== undefined) appendFileSync(requestsFile, `# ${name}\n`)
}

/** Notes which operation was called, so that a whole run can tell which were not. */
function noteRequest(request: string): void {
  const { requestsFile } = service() ?? {}
  if (requestsFile === undefined || sent.has(request)) return
  sent.add(request)
  appendFileSync(requestsFile, `${request}\n`)
}

/** Sends a request to the service under test, over a real connection. */
export function send(path: string, init: RequestInit = {}): Promise<Response> {
  noteRequest(`${init.method ?? 'GET'} ${path.split('?')[0]}`)
  return fetch(service()?.baseUrl + path, init)
}

/** Notes something that must never show up in a log, where a whole run searches its log. */
export function keepSecret(secret: string): void {
  const { secretsFile } = service() ?? {}
  if (secretsFile !== undefined) appendFileSync(secretsFile, `${secret}\n`)
}
