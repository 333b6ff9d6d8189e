import * as z from 'zod'
import { documentKinds } from '../documents/index.ts'
import { once } from '../once.ts'

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

const PROPER_NAMES = once(
  () => new Map(documentKinds.flatMap(({ schema }) => [...namesIn(schema)]).map((name) => [name.toLowerCase(), name])),
)

/** The proper name of a member of any request, whatever its letter case; `undefined` where no request has it. */
export const properName = (written: string): string | undefined => PROPER_NAMES().get(written.toLowerCase())
