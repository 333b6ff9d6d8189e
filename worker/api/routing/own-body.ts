import { fail, forSchema, ok, once, type Result } from '@straks/shared'
import type * as z from 'zod'
import type { Failure } from '../../domain/failure.ts'
import { readJsonText } from '../http/json-body.ts'
import type { Body } from './body.ts'
import { takesOnly, wrongValue } from './takes-only.ts'

const STRING = /"(?:[^"\\]|\\.)*"/g

/** How many members the text of an object without objects in it has, the same one counted as often as it is there. */
const membersIn = (text: string): number => text.replaceAll(STRING, '').split(':').length - 1

const TWICE = 'A member is given twice.'

const WRONG = 'The value is missing, or is not what this member takes.'

/**
 * A JSON body by a schema of its own, of a route that is not Altinn's: no rule judges it, and a member that it does not know
 * is refused, and so is one that is there twice: which of the two was meant is not ours to say. The schema is made when
 * the first comes.
 */
export function ownBodyOf<Schema extends z.ZodObject>(make: () => Schema): Body<z.output<Schema>> {
  const schema = once(make)
  return {
    type: 'application/json',
    schema,
    read: async (request): Promise<Result<z.output<Schema>, Failure>> => {
      const body = await readJsonText(request)
      if (!body.ok) return body
      const value = forSchema(body.value.value)
      const [unknown] = schema().strict().safeParse(value).error?.issues ?? []
      if (unknown?.code === 'unrecognized_keys')
        return fail({ reason: 'member-invalid', member: '$', message: takesOnly(schema()) })
      const parsed = schema().safeParse(value)
      if (parsed.success && membersIn(body.value.text) > Object.keys(Object(value)).length)
        return fail({ reason: 'member-invalid', member: '$', message: TWICE })
      if (parsed.success) return ok(parsed.data)
      const [issue] = parsed.error.issues
      const member = issue?.path.map(String).join('.') || '$'
      return fail({ reason: 'member-invalid', member, message: wrongValue(issue, WRONG) })
    },
  }
}
