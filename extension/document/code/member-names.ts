import { documentKinds } from '@straks/shared'
import * as z from 'zod'

/** Levels of objects that a request has, with room to spare. */
const DEPTH_MAX = 12

/** What the members of all requests may be, by their names in lower case: the choices of an enumeration, or anything. */
let known: ReadonlyMap<string, readonly string[]> | undefined

function collect(schema: unknown, depth: number, names: Map<string, readonly string[]>, name?: string): void {
  if (depth > DEPTH_MAX) return
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    collect(schema.unwrap(), depth + 1, names, name)
  if (schema instanceof z.ZodArray) collect(schema.element, depth + 1, names)
  if (schema instanceof z.ZodEnum && name !== undefined) names.set(name, schema.options.map(String))
  if (!(schema instanceof z.ZodObject)) return
  for (const [inner, member] of Object.entries(schema.shape)) {
    const lower = inner.toLowerCase()
    if (!names.has(lower)) names.set(lower, [])
    collect(member, depth + 1, names, lower)
  }
}

function members(): ReadonlyMap<string, readonly string[]> {
  if (known) return known
  const names = new Map<string, readonly string[]>()
  for (const { schema } of documentKinds) collect(schema, 0, names)
  known = names
  return names
}

/** Whether some request has a member of this name, in any letter case. */
export const isMemberName = (name: string): boolean => members().has(name.toLowerCase())

/** What a member of this name may be, where it is one of an enumeration. */
export const choicesOf = (name: string): readonly string[] => members().get(name.toLowerCase()) ?? []
