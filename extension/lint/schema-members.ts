import { isJsonObject, type JsonValue, type Path } from '@straks/shared'
import * as z from 'zod'

/** A member that an object may have, as its schema tells it. */
export type Member = { readonly name: string; readonly schema: z.ZodType; readonly optional: boolean }

/** A schema without what only says that it may be left out. */
function unwrap(schema: unknown): z.ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return unwrap(schema.unwrap())
  return schema instanceof z.ZodType ? schema : undefined
}

/** The members that a schema gives an object; none where it is not about objects. */
export function schemaMembersOf(schema: z.ZodType): readonly Member[] {
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape).flatMap(([name, inner]) => {
    const member = unwrap(inner)
    return member ? [{ name, schema: member, optional: inner instanceof z.ZodOptional }] : []
  })
}

/** The member of a name in any case, as Altinn reads names. */
export const memberNamed = (schema: z.ZodType, name: string): Member | undefined =>
  schemaMembersOf(schema).find((member) => member.name.toLowerCase() === name.toLowerCase())

/** The schema of the value at a path, if there is one. */
export function schemaAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  let at: z.ZodType | undefined = schema
  for (const step of path) {
    if (!at) return undefined
    if (typeof step === 'number') at = at instanceof z.ZodArray ? unwrap(at.element) : undefined
    else at = memberNamed(at, step)?.schema
  }
  return at
}

/** The names of an enumeration, in the order of their numbers; none for another schema. */
export const enumNamesOf = (schema: z.ZodType): readonly string[] =>
  schema instanceof z.ZodEnum ? schema.options.map(String) : []

/** What a schema says of itself. */
export function noteOf(schema: z.ZodType): { readonly description: string; readonly example?: JsonValue } {
  const { description = '', examples } = schema.meta() ?? {}
  const example: unknown = Array.isArray(examples) ? examples[0] : undefined
  return { description, ...(isJson(example) && { example }) }
}

const isJson = (value: unknown): value is JsonValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || isJsonObject(value)
