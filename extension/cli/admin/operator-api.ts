import { fail, ok, type Result } from '@straks/shared'

const PREFIX = '/straks/v1/operator'

/** Searches and erasures read much; more than this is a service that hangs. */
const TIMEOUT_MS = 120_000

/** Longer answers there are not. */
const ANSWER_MAX_LENGTH = 67_108_864

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** Why there is no result: the service said no, or did not say anything. */
export type CallFailure = { readonly kind: 'refused' | 'unreachable'; readonly message: string }

export type AnswerMembers = Readonly<Record<string, unknown>>

export const isMembers = (value: unknown): value is AnswerMembers =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The address of a service; why not where a token must not travel there. */
export function serviceUrl(written: string): Result<URL, string> {
  if (written.trim() === '') return fail('the address of the service is empty: set STRAKS_URL, or leave it unset')
  if (!URL.canParse(written)) return fail(`${written} is no URL`)
  const url = new URL(written)
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname))
  return isSafe ? ok(url) : fail('a token travels by https only')
}

/** What a refusal says; of a token, why it is not believed, such as "expired 2 minutes ago". */
function sentenceOf({ status, headers }: Response, answer: unknown): string {
  const { title, detail, code, errors } = isMembers(answer) ? answer : {}
  const [, why] = /error_description="([^"]*)"/.exec(headers.get('www-authenticate') ?? '') ?? []
  const told = [title, detail, why && `(${why})`, code && `(${String(code)})`, errors && JSON.stringify(errors)]
    .filter(Boolean)
    .join(' ')
  return told === '' ? `the service answers ${status}` : told
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The operator's API of one service. */
export class OperatorApi {
  readonly #url: URL
  readonly #token: string

  constructor(url: URL, token: string) {
    this.#url = url
    this.#token = token
  }

  /** Makes a call, and gives the members of its answer. */
  async call(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Result<AnswerMembers, CallFailure>> {
    try {
      const response = await fetch(new URL(PREFIX + path, this.#url), {
        method,
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: {
          authorization: `Bearer ${this.#token}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const answer = parse((await response.text()).slice(0, ANSWER_MAX_LENGTH))
      if (!response.ok) return fail({ kind: 'refused', message: sentenceOf(response, answer) })
      return ok(isMembers(answer) ? answer : {})
    } catch (error) {
      const why = error instanceof Error && error.name === 'TimeoutError' ? 'it takes too long' : 'there is no answer'
      return fail({ kind: 'unreachable', message: `${this.#url.origin}: ${why}` })
    }
  }
}
