import { createOpenApi } from '../generate/openapi.ts'

type Schema = Readonly<Record<string, unknown>>

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null
const membersOf = (value: unknown): Schema => (isSchema(value) ? value : {})
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** What our own description says of an operation, by the paths of its members. */
type Described = {
  readonly id: string
  readonly query: readonly string[]
  readonly takes: ReadonlyMap<string, string>
  readonly answers: ReadonlyMap<string, string>
}

function typeOf({ type, enum: names }: Schema): string {
  const types = (Array.isArray(type) ? type : [type]).filter((name) => typeof name === 'string')
  const present = types.filter((name) => name !== 'null')
  return present[0] ?? types[0] ?? (Array.isArray(names) ? 'string' : 'null')
}

/** Adds the members of a schema: of a choice, those of all that may be chosen. */
function addMembers(schema: unknown, path: string, schemas: Schema, into: Map<string, string>): void {
  const { $ref } = membersOf(schema)
  const found = membersOf(typeof $ref === 'string' ? schemas[$ref.split('/').at(-1) ?? ''] : schema)
  const choices = [...listOf(found.anyOf), ...listOf(found.oneOf), ...listOf(found.allOf)]
  for (const choice of choices) if (membersOf(choice).type !== 'null') addMembers(choice, path, schemas, into)
  if (choices.length > 0) return
  if (path !== '' && !into.has(path)) into.set(path, typeOf(found))
  for (const [name, member] of Object.entries(membersOf(found.properties)))
    addMembers(member, path === '' ? name : `${path}.${name}`, schemas, into)
  if (found.items) addMembers(found.items, `${path}[]`, schemas, into)
}

function schemaOf(described: unknown): unknown {
  const content = membersOf(membersOf(described).content)
  return membersOf(content['application/json']).schema
}

/** The operations of our own description, by method and path. */
export function describedOperations(): ReadonlyMap<string, Described> {
  const document = membersOf(createOpenApi())
  const schemas = membersOf(membersOf(document.components).schemas)
  const members = (all: readonly unknown[]): ReadonlyMap<string, string> => {
    const into = new Map<string, string>()
    for (const schema of all) if (schema) addMembers(schema, '', schemas, into)
    return into
  }
  const found = new Map<string, Described>()
  for (const [path, operations] of Object.entries(membersOf(document.paths)))
    for (const [method, operation] of Object.entries(membersOf(operations))) {
      const { operationId, parameters, requestBody, responses } = membersOf(operation)
      const good = Object.entries(membersOf(responses)).filter(([status]) => status.startsWith('2'))
      found.set(`${method.toUpperCase()} ${path}`, {
        id: String(operationId),
        query: listOf(parameters).flatMap((one) => {
          const { in: place, name } = membersOf(one)
          return place === 'query' && typeof name === 'string' ? [name] : []
        }),
        takes: members([schemaOf(requestBody)]),
        answers: members(good.map(([, answer]) => schemaOf(answer))),
      })
    }
  return found
}
