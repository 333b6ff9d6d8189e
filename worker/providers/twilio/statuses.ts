import { table } from '@straks/shared'
import { codeOf, type Receipt } from '../../domain/outcome.ts'
import type { FinalStatus } from '../../domain/status.ts'
import { statusOfCode } from './error-codes.ts'

/** What each status of a message means. Where it failed, its error code may tell more. Twilio, "Message status". */
const STATUSES = table<'accepted' | 'delivered' | FinalStatus>({
  accepted: 'accepted',
  scheduled: 'accepted',
  queued: 'accepted',
  sending: 'accepted',
  sent: 'accepted',
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'SMS_Failed_Undelivered',
  failed: 'SMS_Failed',
  canceled: 'SMS_Failed_Deleted',
})

/**
 * Reads what a status callback tells; `undefined` where it tells no status there is.
 *
 * A delivery counts from when it is told: the only time in a callback is the carrier's, to the minute and without a
 * time zone.
 */
export function readReceipt(parameters: URLSearchParams, nowMs: number): Receipt | undefined {
  const status = (parameters.get('MessageStatus') ?? '').toLowerCase()
  const meaning = STATUSES.get(status)
  if (meaning === undefined) return undefined
  const word = codeOf(status)
  if (meaning === 'accepted') return { kind: 'accepted', ...word }
  if (meaning === 'delivered') return { kind: 'delivered', atMs: nowMs, ...word }
  const code = parameters.get('ErrorCode')
  return { kind: 'failed', status: statusOfCode(code ?? '') ?? meaning, ...word, ...codeOf(code) }
}
