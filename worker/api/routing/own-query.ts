import { fail, once } from '@straks/shared'
import type * as z from 'zod'
import { queryOf } from './query.ts'
import type { Query } from './route.ts'
import { takesOnly } from './takes-only.ts'

/** A query by a schema, of a route that is not Altinn's: a parameter that it does not know is refused. */
export function ownQueryOf<Schema extends z.ZodObject>(make: () => Schema): Query<z.output<Schema>> {
  const schema = once(make)
  const query = queryOf(schema)
  const known = once(() => new Set(Object.keys(schema().shape).map((name) => name.toLowerCase())))
  return {
    ...query,
    read: (parameters) =>
      [...parameters].every(([name]) => known().has(name.toLowerCase()))
        ? query.read(parameters)
        : fail({ reason: 'query-invalid', parameter: '$', message: takesOnly(schema()) }),
  }
}
