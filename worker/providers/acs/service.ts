import type { Result } from '@straks/shared'
import { callHttp, type HttpReply, type NoReply } from '../../platform/http-client.ts'
import { attemptTimeout } from '../http/attempt-timeout.ts'
import type { AcsSettings } from './settings.ts'
import { signatureHeaders } from './signature.ts'

/** The latest stable version of the e-mail API. */
const API_VERSION = '2025-09-01'

/** One attempt's conversation with the service: all of it shares one time-out. */
export class AcsService {
  readonly #settings: AcsSettings
  readonly #timeout = attemptTimeout()

  constructor(settings: AcsSettings) {
    this.#settings = settings
  }

  /** Hands a mail over under an operation id of ours. */
  send(operationId: string, mail: string): Promise<Result<HttpReply, NoReply>> {
    const headers = { 'content-type': 'application/json', 'operation-id': operationId }
    return this.#call('POST', '/emails:send', headers, mail)
  }

  /** Asks how a sending stands. */
  operation(operationId: string): Promise<Result<HttpReply, NoReply>> {
    return this.#call('GET', `/emails/operations/${operationId}`, {}, '')
  }

  async #call(method: 'GET' | 'POST', path: string, headers: Record<string, string>, body: string) {
    const url = new URL(`${this.#settings.endpoint}${path}?api-version=${API_VERSION}`)
    const signature = await signatureHeaders(this.#settings.accessKey, { method, url, body }, Date.now())
    const sent = method === 'POST' && { body }
    return callHttp({ method, url: url.href, headers: { ...headers, ...signature }, ...sent }, this.#timeout)
  }
}
