import * as z from 'zod'
import { once } from '../once.ts'
import { documentKinds } from './index.ts'

/** The names of all members that a schema has, at any depth. */
function* namesIn(schema: unknown): Generator<string> {
  if (schema instanceof z.ZodOptional) yield* namesIn(schema.unwrap())
  else if (schema instanceof z.ZodArray) yield* namesIn(schema.element)
  else if (schema instanceof z.ZodUnion) for (const option of schema.options) yield* namesIn(option)
  else if (schema instanceof z.ZodObject)
    for (const [name, member] of Object.entries(schema.shape)) {
      yield name
      yield* namesIn(member)
    }
}

/** The proper names of the members of each kind, by their names in small letters. Made one kind at a time. */
const NAMES_BY_KIND = documentKinds.map((kind) =>
  once(() => new Map([...namesIn(kind.schema)].map((name) => [name.toLowerCase(), name]))),
)

/**
 * The proper name of a member of any request, whatever its letter case; `undefined` where no request has it.
 *
 * A kind's schema takes milliseconds to make, and the first finding of a process is of a name that one of the first few
 * kinds has: only a name that none has makes them all.
 */
export function properName(written: string): string | undefined {
  const name = written.toLowerCase()
  for (const names of NAMES_BY_KIND) {
    const proper = names().get(name)
    if (proper !== undefined) return proper
  }
  return undefined
}
