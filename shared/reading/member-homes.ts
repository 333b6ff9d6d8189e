import * as z from 'zod'

/** The member that contains each known name, by the name in lower case: `''` for the document itself. */
export type MemberHomes = ReadonlyMap<string, string>

/** The object schema that a member leads to, through lists and what may be left out. */
function objectIn(schema: unknown): z.ZodObject | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return objectIn(schema.unwrap())
  if (schema instanceof z.ZodArray) return objectIn(schema.element)
  return schema instanceof z.ZodObject ? schema : undefined
}

function collect(schema: unknown, holder: string, homes: Map<string, string>): void {
  const members = Object.entries(objectIn(schema)?.shape ?? {})
  for (const [name] of members) if (!homes.has(name.toLowerCase())) homes.set(name.toLowerCase(), holder)
  for (const [name, inner] of members) collect(inner, name, homes)
}

/** What has been found of each schema: finding it takes longer than judging a short document. */
const found = new WeakMap<z.ZodType, MemberHomes>()

/** Where the members of a schema belong; of several places the outermost, and the first, counts. */
export function memberHomes(schema: z.ZodType): MemberHomes {
  const known = found.get(schema)
  if (known) return known
  const homes = new Map<string, string>()
  collect(schema, '', homes)
  found.set(schema, homes)
  return homes
}
