import { writeFile } from 'node:fs/promises'
import { documentKinds, isJsonObject } from '@straks/shared'
import * as z from 'zod'
import { DIST } from './places.ts'

type JsonSchema = Readonly<Record<string, unknown>>

/** A kind of request in the draft that editors without the extension understand, and the schemas that it refers to. */
function schemaOf(schema: z.ZodType): { readonly own: JsonSchema; readonly referred: JsonSchema } {
  const {
    $schema: _,
    definitions,
    ...own
  } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input', reused: 'inline' })
  return { own, referred: isJsonObject(definitions) ? definitions : {} }
}

/** Every reference reads `#/definitions/…`, which means the root's: a definition that stays inside a kind is not found. */
function definitions(): JsonSchema {
  const schemas = documentKinds.map(({ name, schema }) => ({ name, ...schemaOf(schema) }))
  return Object.fromEntries([
    ...schemas.flatMap(({ referred }) => Object.entries(referred)),
    ...schemas.map(({ name, own }) => [name, own] as const),
  ])
}

/**
 * The JSON Schema of every kind of request, by name.
 *
 * Its root asks for nothing: in the editor the language server says all there is to say, and a schema that said it too
 * would say everything twice. A file elsewhere names a kind: `straks.schema.json#/definitions/instant-sms`.
 */
export function jsonSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Notification requests',
    description: 'One request to the notification API, or a list of them.',
    type: ['object', 'array'],
    definitions: definitions(),
  }
}

/** Writes the schema where the manifest looks for it. */
export const writeSchema = (): Promise<void> => writeFile(`${DIST}/straks.schema.json`, JSON.stringify(jsonSchema()))
