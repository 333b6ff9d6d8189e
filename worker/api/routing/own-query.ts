import { fail, once } from '@straks/shared'
import * as z from 'zod'
import { queryOf } from './query.ts'
import type { Query } from './route.ts'
import { takesOnly } from './takes-only.ts'

/** What is wrong with how often and how parameters are written, which would widen a search in silence. */
function mistakeIn(parameters: URLSearchParams) {
  const met = new Set<string>()
  for (const [written, value] of parameters) {
    const name = written.toLowerCase()
    if (met.has(name)) return { parameter: name, message: 'The parameter is given twice.' }
    if (value.trim() === '')
      return { parameter: name, message: 'The parameter is empty: give it a value, or leave it out.' }
    met.add(name)
  }
  return undefined
}

/** A query by a schema, of a route that is not Altinn's: a parameter that it does not know, is empty or repeated is refused. */
export function ownQueryOf<Schema extends z.ZodObject>(make: () => Schema): Query<z.output<Schema>> {
  const schema = once(make)
  const query = queryOf(schema)
  const known = once(() => new Map(Object.keys(schema().shape).map((name) => [name.toLowerCase(), name])))
  return {
    ...query,
    read: (parameters) => {
      if (![...parameters].every(([name]) => known().has(name.toLowerCase())))
        return fail({ reason: 'query-invalid', parameter: '$', message: takesOnly(schema()) })
      const mistake = mistakeIn(parameters)
      if (!mistake) return query.read(parameters)
      const { parameter, message } = mistake
      return fail({ reason: 'query-invalid', parameter: known().get(parameter) ?? '$', message })
    },
  }
}

/** The query of a route of ours that takes none: `?organization=` that was passed over would make it do more than was asked for. */
export const NO_QUERY = ownQueryOf(() => z.object({}))
