import type * as z from 'zod'
import type * as answers from '../answers/index.ts'

/** A schema by its name in `worker/api/answers/`, which the Worker's bundle is spared. */
type AnswerName = keyof typeof answers

/** The schema of an answer: its name, or one of a line. */
type AnswerSchema = AnswerName | (() => z.ZodType)

/** One answer in the API's description. */
export type DescribedAnswer = {
  readonly description: string
  /** The media type; left out where the answer has no body. */
  readonly type?: string
  readonly schema?: AnswerSchema
  readonly headers?: AnswerName
}

/** A refusal: a problem document. */
export const problem = (description: string): DescribedAnswer => ({ description, type: 'application/problem+json' })

/** A parameter in a path. */
export type DescribedParameter = {
  readonly description: string
  readonly format?: 'uuid'
  /** What Altinn's server calls it where it refuses what can be no id (400). Left out: there is none with such an id (404). */
  readonly refusedAs?: string
}

/** A parameter that is an id. */
export const uuid = (description: string): DescribedParameter => ({ description, format: 'uuid' })

/** A parameter that Altinn's server reads as an id before it looks for anything. docs/altinn/notifications.md §1.5. */
export const boundUuid = (refusedAs: string, description: string): DescribedParameter => ({
  ...uuid(description),
  refusedAs,
})

/** What a route's documentation says beyond what its declaration shows. */
export type Documentation = {
  /** The operation's name in the description: stable, because generated clients use it. */
  readonly id: string
  readonly summary: string
  readonly description?: string
  /** Every answer that the path, the token and the body do not give by themselves. */
  readonly answers: Readonly<Record<number, DescribedAnswer>>
}

/** An answer in JSON. */
export const json = (description: string, schema: AnswerSchema, headers?: AnswerName): DescribedAnswer => ({
  description,
  type: 'application/json',
  schema,
  ...(headers && { headers }),
})

/** An answer of another media type. */
export const content = (description: string, type: string, schema: AnswerSchema): DescribedAnswer => ({
  description,
  type,
  schema,
})

/** An answer without a body. */
export const empty = (description: string): DescribedAnswer => ({ description })
