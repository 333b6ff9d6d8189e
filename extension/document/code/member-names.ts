import { documentKinds } from '@straks/shared'
import * as z from 'zod'

/** Levels of objects that a request has, with room to spare. */
const DEPTH_MAX = 12

let known: ReadonlySet<string> | undefined

function collect(schema: unknown, depth: number, names: Set<string>): void {
  if (depth > DEPTH_MAX) return
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    collect(schema.unwrap(), depth + 1, names)
  if (schema instanceof z.ZodArray) collect(schema.element, depth + 1, names)
  if (!(schema instanceof z.ZodObject)) return
  for (const [name, member] of Object.entries(schema.shape)) {
    names.add(name.toLowerCase())
    collect(member, depth + 1, names)
  }
}

/** Whether some request has a member of this name, in any letter case. */
export function isMemberName(name: string): boolean {
  if (!known) {
    const names = new Set<string>()
    for (const { schema } of documentKinds) collect(schema, 0, names)
    known = names
  }
  return known.has(name.toLowerCase())
}
