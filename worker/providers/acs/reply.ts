import * as z from 'zod'
import { codeOf, type Outcome } from '../../domain/outcome.ts'
import { type HttpReply, jsonBody } from '../../platform/http-client.ts'
import { outcomeOfStatus, statusClassOf, statusCode } from '../http/outcome-of-status.ts'
import { type AcsError, statusOfError } from './error-codes.ts'

const ServiceError = z.object({ code: z.string().default(''), message: z.string().default('') })

const ErrorReply = z.object({ error: ServiceError })

const Operation = z.object({ status: z.string(), error: ServiceError.nullish() })

/** The states of an operation in which there will be no mail, in lower case. */
const FAILED_STATES: ReadonlySet<string> = new Set(['failed', 'canceled'])

/** What the service says in its own form of an error; `undefined` where something other than the service answered. */
export function readError(reply: Pick<HttpReply, 'text'>): AcsError | undefined {
  const parsed = ErrorReply.safeParse(jsonBody(reply))
  return parsed.success ? parsed.data.error : undefined
}

const refusal = (error: AcsError): Outcome => ({
  kind: 'refused',
  status: statusOfError(error),
  ...codeOf(error.code),
})

/** How the sending of a mail stands: on its way, or ended without one. `undefined` where the answer does not tell. */
export function readOperation(reply: Pick<HttpReply, 'text'>): Outcome | undefined {
  const parsed = Operation.safeParse(jsonBody(reply))
  if (!parsed.success) return undefined
  const { status, error } = parsed.data
  if (!FAILED_STATES.has(status.toLowerCase())) return { kind: 'taken', ...codeOf(status) }
  return { ...refusal(error ?? { code: '', message: '' }), ...codeOf(error?.code || status) }
}

/** How an operation ended, as far as it tells; `undefined` while it runs. Without reports there is nothing later to wait for. */
export function readEnd(reply: Pick<HttpReply, 'text'>): Outcome | undefined {
  const parsed = Operation.safeParse(jsonBody(reply))
  const status = parsed.data?.status
  if (status?.toLowerCase() === 'succeeded') return { kind: 'delivered', ...codeOf(status) }
  const outcome = readOperation(reply)
  return outcome?.kind === 'refused' ? outcome : undefined
}

/** Refusals that are about us, not about the mail: it can wait until our login, our clock or our rate is right again. */
const ABOUT_US: ReadonlySet<number> = new Set([401, 403, 408, 429])

const ACCEPTED = 202
const CONFLICT = 409
const PAYLOAD_TOO_LARGE = 413

/** What an answer to a mail means. One that the service did not write itself says nothing of the mail. */
export function outcomeOfReply(reply: Pick<HttpReply, 'status' | 'text'>): Outcome {
  const { status } = reply
  const word = statusCode(status)
  if (statusClassOf(status) === 2)
    return readOperation(reply) ?? { kind: status === ACCEPTED ? 'taken' : 'uncertain', ...word }
  if (status === PAYLOAD_TOO_LARGE) return { kind: 'refused', status: 'Email_Failed', ...word }
  // The operation is there already, and an earlier attempt's.
  if (status === CONFLICT) return { kind: 'uncertain', ...word }
  const error = readError(reply)
  const isAboutTheMail = statusClassOf(status) === 4 && !ABOUT_US.has(status)
  if (!error || !isAboutTheMail) return { ...outcomeOfStatus(status), ...codeOf(error?.code) }
  return error.code === 'TooManyRequests'
    ? { kind: 'unavailable', ...codeOf(error.code) }
    : { ...word, ...refusal(error) }
}

const NAME = /^[A-Za-z]{1,64}$/

/** An error's code as it may stand in the log: a name, or nothing. */
export const loggableCode = (error: AcsError | undefined): string | undefined =>
  error && NAME.test(error.code) ? error.code : undefined
