import { compile, type JSONSchema } from 'json-schema-to-typescript'
import type { createOpenApi } from '../openapi.ts'
import type { Output } from '../output.ts'
import { type ClientOperation, clientOperations } from './operations.ts'

const HEADER = '// Made by `npm run generate` from the description of the API. Do not edit.\n'

const COMPONENTS = '#/components/schemas/'

/** Keywords that say nothing about a type, or that the type generator would turn into tuples of every length. */
const NO_TYPES = new Set(['examples', 'example', 'minItems', 'maxItems', 'pattern', 'propertyNames', 'title'])

/** A schema as the type generator reads it: references to definitions, and only keywords that make types. */
function toDefinitions(value: unknown, isMap = false): unknown {
  if (Array.isArray(value)) return value.map((item) => toDefinitions(item))
  if (typeof value === 'string')
    return value.startsWith(COMPONENTS) ? value.replace(COMPONENTS, '#/definitions/') : value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => isMap || !NO_TYPES.has(key))
      .map(([key, item]) => [key, toDefinitions(item, key === 'properties' && !isMap)]),
  )
}

/** One operation as an object type: what goes in and what comes back. */
function operationSchema({ params, query, body, bodyType, answer, summary }: ClientOperation): object {
  const parts = { params, query, body: bodyType === 'json' ? (body ?? {}) : undefined, answer }
  const given = Object.entries(parts).filter(([, schema]) => schema !== undefined)
  return {
    type: 'object',
    description: summary,
    additionalProperties: false,
    properties: Object.fromEntries(given),
    required: given.map(([name]) => name),
  }
}

/** The types of all that the API takes and answers, by operation. */
async function typesFile(
  operations: readonly ClientOperation[],
  schemas: Readonly<Record<string, unknown>>,
): Promise<Output> {
  const schema = toDefinitions({
    type: 'object',
    description: 'What each operation takes and answers, by its id in the description of the API.',
    additionalProperties: false,
    properties: Object.fromEntries(operations.map((operation) => [operation.id, operationSchema(operation)])),
    required: operations.map(({ id }) => id),
    definitions: schemas,
  })
  const root: JSONSchema = JSON.parse(JSON.stringify(schema))
  const types = await compile(root, 'Operations', {
    bannerComment: '',
    unreachableDefinitions: true,
    additionalProperties: false,
    style: { semi: false, singleQuote: true, printWidth: 120 },
  })
  return { path: 'client/generated/types.ts', content: HEADER + types }
}

/** Method and address of each operation, and how its body travels. */
function operationsFile(operations: readonly ClientOperation[]): Output {
  const lines = operations.map(
    ({ id, method, path, bodyType }) =>
      `  ${id}: { method: '${method}', path: '${path}'${bodyType ? `, body: '${bodyType}'` : ''} },\n`,
  )
  const content = `${HEADER}\n/** Method and address of each operation, by its id in the description of the API. */\nexport const operations = {\n${lines.join('')}} as const\n`
  return { path: 'client/generated/operations.ts', content }
}

/** The generated half of the client: it has every operation of the API as soon as the API has it. */
export async function clientFiles(openApi: ReturnType<typeof createOpenApi>): Promise<readonly Output[]> {
  const operations = clientOperations(openApi)
  const schemas = JSON.parse(JSON.stringify(openApi.components?.schemas ?? {}))
  return [operationsFile(operations), await typesFile(operations, schemas)]
}
