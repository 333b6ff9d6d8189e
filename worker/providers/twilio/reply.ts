import * as z from 'zod'
import type { Outcome } from '../../domain/outcome.ts'
import { type HttpReply, jsonOf } from '../http/call.ts'
import { outcomeOfStatus } from '../http/unanswered.ts'
import { statusOfCode } from './error-codes.ts'

const CREATED = 201
const BAD_REQUEST = 400

const ErrorReply = z.object({ code: z.int() })

/** The address for status callbacks is not one that Twilio can call: our setting, and the message can wait. */
const ABOUT_US: ReadonlySet<number> = new Set([21609])

/** The number of the error that an answer tells of; `undefined` where it was not Twilio who answered. */
export function errorCode(reply: Pick<HttpReply, 'text'>): number | undefined {
  const parsed = ErrorReply.safeParse(jsonOf(reply))
  return parsed.success ? parsed.data.code : undefined
}

/** Reads Twilio's answer. Only a 400 is about the message; a refused login, say, is ours to put right. */
export function outcomeOfReply(reply: Pick<HttpReply, 'status' | 'text'>): Outcome {
  if (reply.status === CREATED) return { kind: 'taken' }
  const code = reply.status === BAD_REQUEST ? errorCode(reply) : undefined
  if (code === undefined || ABOUT_US.has(code)) return outcomeOfStatus(reply.status)
  return { kind: 'refused', status: statusOfCode(String(code)) ?? 'SMS_Failed' }
}
