import type { createOpenApi } from '../openapi.ts'

/** Operations that a sender’s client never calls: what providers report, and what those do who run the service. */
const NOT_FOR_CLIENTS = new Set(['Providers', 'Operators'])

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const

type Schema = Readonly<Record<string, unknown>>

type Parameter = { readonly in: string; readonly name: string; readonly required?: boolean; readonly schema: Schema }

type Body = { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }

type OpenApiOperation = {
  readonly operationId?: string
  readonly tags?: readonly string[]
  readonly summary?: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: Body
  readonly responses?: Readonly<Record<string, Body>>
}

/** One operation of the API: its address, and the schemas of what goes in and what comes back. */
export type ClientOperation = {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly params: Schema | undefined
  readonly query: Schema | undefined
  readonly body: Schema | undefined
  readonly bodyType: 'json' | 'form' | 'bytes' | undefined
  readonly answer: Schema | undefined
}

/** The parameters of one kind as the schema of an object. */
function parametersSchema(parameters: readonly Parameter[], kind: string): Schema | undefined {
  const wanted = parameters.filter((parameter) => parameter.in === kind)
  if (wanted.length === 0) return undefined
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(wanted.map(({ name, schema }) => [name, schema])),
    required: wanted.filter(({ required }) => required || kind === 'path').map(({ name }) => name),
  }
}

function bodyTypeOf(content: Body['content']): ClientOperation['bodyType'] {
  const [type] = Object.keys(content ?? {})
  if (type === undefined) return undefined
  if (type.startsWith('multipart/')) return 'form'
  return /\bjson\b/.test(type) ? 'json' : 'bytes'
}

/** The schema of a successful JSON answer. */
function answerOf(responses: OpenApiOperation['responses']): Schema | undefined {
  const succeeded = Object.entries(responses ?? {}).filter(([status]) => status.startsWith('2'))
  for (const [, { content }] of succeeded) {
    const schema = content?.['application/json']?.schema
    if (schema) return schema
  }
  return undefined
}

function toOperation(path: string, method: string, operation: OpenApiOperation): ClientOperation | undefined {
  const { operationId, tags = [], summary = '', parameters = [], requestBody, responses } = operation
  if (!operationId || tags.some((tag) => NOT_FOR_CLIENTS.has(tag))) return undefined
  const bodyType = bodyTypeOf(requestBody?.content)
  const [content] = Object.values(requestBody?.content ?? {})
  return {
    id: operationId,
    method: method.toUpperCase(),
    path,
    summary,
    params: parametersSchema(parameters, 'path'),
    query: parametersSchema(parameters, 'query'),
    body: bodyType === 'json' ? content?.schema : undefined,
    bodyType,
    answer: answerOf(responses),
  }
}

/** The operations of the API that a client calls, in the order of the description. */
export function clientOperations(openApi: ReturnType<typeof createOpenApi>): readonly ClientOperation[] {
  const paths: Readonly<Record<string, Readonly<Record<string, unknown>>>> = JSON.parse(JSON.stringify(openApi.paths))
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method]
      const made = operation ? toOperation(path, method, operation) : undefined
      return made ? [made] : []
    }),
  )
}
