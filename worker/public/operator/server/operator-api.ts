import { fail, type Language, ok, type Result } from '@straks/shared'
import type { Session } from '../model/desk-state.ts'

const PREFIX = '/straks/v1/operator'

/** Searches and erasures read much; more than this is a service that hangs. */
const TIMEOUT_MS = 120_000

/** Why there is no answer to go on with. */
export type OperatorCallFailure =
  /** Nothing came back. */
  | { readonly kind: 'lost' }
  /** The token is not believed (401), or does not have the scope (403). */
  | { readonly kind: 'barred'; readonly status: 401 | 403; readonly why: string }
  /** The service said no, in the reader's language. */
  | { readonly kind: 'refused'; readonly status: number; readonly code: string; readonly sentence: string }

type Problem = {
  readonly title?: unknown
  readonly detail?: unknown
  readonly code?: unknown
  readonly errors?: unknown
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What a 401 says of the token beside its title: `expired 2 minutes ago`. */
const descriptionIn = (challenge: string | null): string =>
  /error_description="([^"]{1,200})"/.exec(challenge ?? '')?.[1] ?? ''

async function problemOf(response: Response): Promise<Problem> {
  try {
    const read: unknown = await response.json()
    return typeof read === 'object' && read !== null ? read : {}
  } catch {
    return {}
  }
}

/** What the members of a request that was refused are told. */
const errorsIn = ({ errors }: Problem): string =>
  typeof errors === 'object' && errors !== null ? Object.values(errors).flat().map(text).join(' ') : ''

async function failureOf(response: Response): Promise<OperatorCallFailure> {
  const problem = await problemOf(response)
  const { status } = response
  // A redirect that is not followed has the status 0: Cloudflare Access leads to its own page to sign in.
  if (status === 401 || status === 0)
    return { kind: 'barred', status: 401, why: descriptionIn(response.headers.get('www-authenticate')) }
  if (status === 403) return { kind: 'barred', status, why: text(problem.title) }
  const sentence = [text(problem.title), text(problem.detail), errorsIn(problem)].filter((one) => one !== '').join(' ')
  return { kind: 'refused', status, code: text(problem.code), sentence: sentence === '' ? String(status) : sentence }
}

/** One call to the operator's API. */
export type OperatorCall = { readonly method: 'GET' | 'POST'; readonly path: string; readonly body?: unknown }

/** A path with a query of those members that are not empty. */
export function pathWith(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const named = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return named.length === 0 ? path : `${path}?${new URLSearchParams(named)}`
}

/** Asks the operator's API, and reads its JSON. */
export async function callOperator<Answer>(
  { method, path, body }: OperatorCall,
  session: Session,
  language: Language,
): Promise<Result<Answer, OperatorCallFailure>> {
  try {
    const response = await fetch(PREFIX + path, {
      method,
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        'accept-language': language,
        ...(session.kind === 'token' && { authorization: `Bearer ${session.token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (!response.ok) return fail(await failureOf(response))
    const answer: Answer = await response.json()
    return ok(answer)
  } catch {
    return fail({ kind: 'lost' })
  }
}
