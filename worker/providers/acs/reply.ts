import * as z from 'zod'
import type { Outcome } from '../../domain/outcome.ts'
import { type HttpReply, jsonOf } from '../http/call.ts'
import { type AcsError, statusOfError } from './error-codes.ts'

const ServiceError = z.object({ code: z.string().default(''), message: z.string().default('') })

const ErrorReply = z.object({ error: ServiceError })

const Operation = z.object({ status: z.string(), error: ServiceError.nullish() })

/** The states of an operation in which there will be no mail, in lower case. */
const FAILED_STATES: ReadonlySet<string> = new Set(['failed', 'canceled'])

/** What the service says in its own form of an error; `undefined` where it was somebody else who answered. */
export function readError(reply: Pick<HttpReply, 'text'>): AcsError | undefined {
  const parsed = ErrorReply.safeParse(jsonOf(reply))
  return parsed.success ? parsed.data.error : undefined
}

/** How the sending of a mail stands: on its way, or ended without one. `undefined` where the answer does not tell. */
export function readOperation(reply: Pick<HttpReply, 'text'>): Outcome | undefined {
  const parsed = Operation.safeParse(jsonOf(reply))
  if (!parsed.success) return undefined
  const { status, error } = parsed.data
  if (!FAILED_STATES.has(status.toLowerCase())) return { kind: 'taken' }
  return { kind: 'refused', status: statusOfError(error ?? { code: '', message: '' }) }
}

const NAME = /^[A-Za-z]{1,64}$/

/** An error's code as it may stand in the log: a name, or nothing. */
export const loggableCode = (error: AcsError | undefined): string | undefined =>
  error && NAME.test(error.code) ? error.code : undefined
