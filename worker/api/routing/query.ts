import { fail, ok, once, type Result } from '@straks/shared'
import type * as z from 'zod'
import type { Failure } from '../../domain/failure.ts'
import type { Query } from './route.ts'
import { wrongValue } from './takes-only.ts'

/**
 * A query by a schema: parameters by their names in any case, as Altinn's server finds them, the first of each; unknown ones
 * passed over, an empty one as if it were not there. The schema is made when the first comes.
 */
export function queryOf<Schema extends z.ZodObject>(make: () => Schema): Query<z.output<Schema>> {
  const schema = once(make)
  return {
    schema,
    read: (parameters): Result<z.output<Schema>, Failure> => {
      const written = [...parameters]
      const given = Object.keys(schema().shape).flatMap((name) => {
        const value = written.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1].trim()
        return value ? [[name, value] as const] : []
      })
      const parsed = schema().safeParse(Object.fromEntries(given))
      if (parsed.success) return ok(parsed.data)
      const [issue] = parsed.error.issues
      const parameter = String(issue?.path[0] ?? '')
      const message = wrongValue(issue, 'The value is not one that this parameter takes.')
      return fail({ reason: 'query-invalid', parameter, message })
    },
  }
}
