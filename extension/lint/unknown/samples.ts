import { isJsonValue, type JsonValue } from '@straks/shared'
import * as z from 'zod'
import { enumNamesOf, noteOf, schemaMembersOf } from '../schema-members.ts'

/** Levels of objects that are made up. */
const DEPTH_MAX = 4

const NUMBERS: readonly JsonValue[] = [90, 1, 100_000]

/** A value that a member of this schema may have; a different one for each number. */
function sampleOf(schema: z.ZodType | undefined, number: number, depth: number): JsonValue {
  if (!schema || depth > DEPTH_MAX) return 'x'
  if (schema instanceof z.ZodBoolean) return number % 2 === 0
  if (schema instanceof z.ZodNumber) return NUMBERS[number % NUMBERS.length] ?? 1
  const names = enumNamesOf(schema)
  if (names.length > 0) return names[number % names.length] ?? 'x'
  if (schema instanceof z.ZodArray) {
    const { element } = schema
    return number % 2 === 0 && element instanceof z.ZodType ? [sampleOf(element, number, depth + 1)] : []
  }
  if (schema instanceof z.ZodObject) {
    const members = schemaMembersOf(schema).filter(({ optional }) => !optional || number % 2 === 0)
    return Object.fromEntries(members.map((member) => [member.name, sampleOf(member.schema, number, depth + 1)]))
  }
  const { example } = noteOf(schema)
  return number % 2 === 0 && isJsonValue(example) ? example : 'x'
}

/** One of the values that something unknown may turn out to be. */
export const sample = (schema: z.ZodType | undefined, number: number): JsonValue => sampleOf(schema, number, 0)
