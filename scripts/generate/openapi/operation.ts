import * as z from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from 'zod-openapi'
import * as answers from '../../../worker/api/answers/index.ts'
import { JSON_REFUSALS } from '../../../worker/api/routing/body.ts'
import { descriptionOf } from '../../../worker/api/routing/described.ts'
import { type DescribedAnswer, problem } from '../../../worker/api/routing/documentation.ts'
import type { Route } from '../../../worker/api/routing/route.ts'

type Answers = Readonly<Record<string, DescribedAnswer>>

/** What every route that wants a token may answer, whatever the token may do. */
const REFUSED_TOKEN: Answers = { 401: problem('The bearer token is missing or not valid.') }

/** What every route that wants a scope may answer. */
const REFUSED_CALLER: Answers = {
  ...REFUSED_TOKEN,
  403: problem('The token lacks the scope, or names no organisation.'),
  503: problem('The service cannot store or look up anything right now. Send the request again, with the same key.'),
}

/** Every schema that an answer may be named by. */
const schemas = { ...answers }

const described = ({ description, type, schema = 'Problem', headers }: DescribedAnswer): ZodOpenApiResponseObject => ({
  description,
  ...(headers && { headers: z.instanceof(z.ZodObject).parse(schemas[headers]()) }),
  ...(type !== undefined && {
    content: { [type]: { schema: typeof schema === 'string' ? schemas[schema]() : schema() } },
  }),
})

/** What a route may answer: what it says itself, and what follows from its address, its caller, its query and its body. */
function answersOf({ access, parameters, query, body, documentation }: Route): ZodOpenApiResponsesObject {
  const refusedBody = body && Object.entries(body.refusals ?? JSON_REFUSALS)
  const refusesIds = Object.values(parameters).some(({ refusedAs }) => refusedAs !== undefined)
  const all: Answers = {
    ...(refusesIds && { 400: problem('The id in the address is no UUID.') }),
    ...(query && { 400: problem('A parameter is none that there can be.') }),
    ...(refusedBody && Object.fromEntries(refusedBody.map(([status, words]) => [status, problem(words)]))),
    ...(access.scheme === 'bearer' && REFUSED_TOKEN),
    ...(access.scopes.length > 0 && REFUSED_CALLER),
    ...descriptionOf(documentation).answers,
  }
  return Object.fromEntries(
    Object.entries(all)
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([status, answer]) => [status, described(answer)]),
  )
}

/** Who may call: a bearer token with one of the scopes, or what the route checks itself. */
function securityOf({ access: { scopes, scheme } }: Route): ZodOpenApiOperationObject['security'] {
  if (scheme !== undefined) return [{ [scheme]: [] }]
  return scopes.length > 0 ? scopes.map((scope) => ({ bearer: [scope] })) : undefined
}

const parameterOf = ({ description, format }: Route['parameters'][string]): z.ZodType =>
  (format === 'uuid' ? z.uuid() : z.string()).meta({ description })

/** One route as an operation of the description. */
export function operationOf(route: Route, tag: string): ZodOpenApiOperationObject {
  const { parameters, query, body, deprecation, documentation } = route
  const { id, summary, description } = descriptionOf(documentation)
  const security = securityOf(route)
  const path = Object.entries(parameters).map(([name, parameter]) => [name, parameterOf(parameter)] as const)
  return {
    operationId: id,
    summary,
    ...(description !== undefined && { description }),
    tags: [tag],
    ...(deprecation && { deprecated: true }),
    ...(security && { security }),
    ...((path.length > 0 || query) && {
      requestParams: {
        ...(path.length > 0 && { path: z.object(Object.fromEntries(path)) }),
        ...(query && { query: query() }),
      },
    }),
    ...(body && { requestBody: { required: true, content: { [body.type]: { schema: body.schema() } } } }),
    responses: answersOf(route),
  }
}
