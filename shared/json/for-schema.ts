import { WrittenNumber } from './parse-json.ts'
import { isJsonObject } from './value.ts'

/** What no schema takes for anything. */
const NO_VALUE = Symbol('a number that no member takes')

function contains(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(contains)
  if (value instanceof WrittenNumber) return true
  if (isJsonObject(value)) for (const name in value) if (contains(value[name])) return true
  return false
}

function replaced(value: unknown): unknown {
  if (value instanceof WrittenNumber) return NO_VALUE
  if (Array.isArray(value)) return value.map(replaced)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, replaced(each)]))
}

/**
 * A document as a schema is to see it. A number that is kept as written is an object to a schema, which takes it where it
 * requires no member of one: `"recipient": 1.5` would be a recipient.
 */
export const forSchema = (value: unknown): unknown => (contains(value) ? replaced(value) : value)
