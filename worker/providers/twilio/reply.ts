import * as z from 'zod'
import { codeOf, type Outcome } from '../../domain/outcome.ts'
import { type HttpReply, jsonBody } from '../../platform/http-client.ts'
import { outcomeOfStatus, statusClassOf, statusCode } from '../http/outcome-of-status.ts'
import { statusOfCode } from './error-codes.ts'

const CREATED = 201
const BAD_REQUEST = 400

/** What Twilio calls a message that it took: `SM` or `MM` and digits. */
const Message = z.object({ sid: z.string().regex(/^(?:SM|MM)/), status: z.string().optional().catch(undefined) })

const ErrorReply = z.object({ code: z.int() })

/** The address for status callbacks is not one that Twilio can call: our setting, and the message can wait. */
const ABOUT_US: ReadonlySet<number> = new Set([21609])

/** The number of the error in an answer; `undefined` if something other than Twilio answered. */
export function errorCode(reply: Pick<HttpReply, 'text'>): number | undefined {
  const parsed = ErrorReply.safeParse(jsonBody(reply))
  return parsed.success ? parsed.data.code : undefined
}

/**
 * Reads Twilio's answer. 201 says that there is a message now; another success does so where it names one. Only a 400
 * is about the message; a refused login, say, is ours to put right.
 */
export function outcomeOfReply(reply: Pick<HttpReply, 'status' | 'text'>): Outcome {
  const message = statusClassOf(reply.status) === 2 ? Message.safeParse(jsonBody(reply)).data : undefined
  if (reply.status === CREATED || message)
    return { kind: 'taken', ...statusCode(reply.status), ...codeOf(message?.status) }
  const code = errorCode(reply)
  if (reply.status !== BAD_REQUEST || code === undefined || ABOUT_US.has(code))
    return { ...outcomeOfStatus(reply.status), ...codeOf(code) }
  return { kind: 'refused', status: statusOfCode(String(code)) ?? 'SMS_Failed', ...codeOf(code) }
}
