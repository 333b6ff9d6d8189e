import { type Accepted, type DocumentKind, ok, type Result } from '@straks/shared'
import * as z from 'zod'
import type { Dialect, Failure } from '../../domain/failure.ts'
import { readJsonBody } from '../http/json-body.ts'
import { judgeRequest } from '../http/judge-request.ts'
import type { RequestContext } from '../http/request-context.ts'

/** How a route reads its body. */
export type Body<Value> = {
  /** The media type, for the description. */
  readonly type: string
  readonly schema: () => z.ZodType
  /** The refusals that reading may end in, for the description. Left out: those of JSON. */
  readonly refusals?: Readonly<Record<number, string>>
  readonly read: (request: Request, context: RequestContext) => Promise<Result<Value, Failure>>
}

export const JSON_REFUSALS = {
  400: 'The body is not JSON, or breaks a rule: `errors` and `findings` tell which.',
  408: 'The body did not come whole in time.',
  413: 'The body is larger than 256 KiB.',
  415: 'The body is not `application/json`.',
} as const

/** A request that the rules have accepted. */
type Judged<Schema extends z.ZodType> = Accepted<Schema> & {
  /** Judges it again by the countries that its sender may send to, and gives the refusal. */
  readonly refuseBeyond: (smsCountries: readonly string[]) => Failure
}

/** The failure of a verdict that must be one. */
export function refusalOf(verdict: Result<unknown, Failure>): Failure {
  if (verdict.ok) throw new Error('The rules accept a number in a country that is not allowed')
  return verdict.failure
}

/** JSON that the rules judge as one kind of request. The handler gets the request and the rules' advice. */
export const judged = <Schema extends z.ZodType>(
  kind: DocumentKind<Schema>,
  dialect: Dialect,
): Body<Judged<Schema>> => ({
  type: 'application/json',
  schema: () => kind.schema,
  read: async (request, context) => {
    const body = await readJsonBody(request)
    if (!body.ok) return body
    const judge = (smsCountries?: readonly string[]) =>
      judgeRequest(kind, body.value, context, { dialect, smsCountries })
    const verdict = judge()
    return verdict.ok
      ? ok({ ...verdict.value, refuseBeyond: (smsCountries) => refusalOf(judge(smsCountries)) })
      : verdict
  },
})

/** The body as it comes in, unread: the handler bounds and times it. */
export const stream = (type: string, refusals: Readonly<Record<number, string>>): Body<ReadableStream<Uint8Array>> => ({
  type,
  schema: () => z.unknown(),
  refusals,
  read: async ({ body }) => ok(body ?? new Blob([]).stream()),
})
