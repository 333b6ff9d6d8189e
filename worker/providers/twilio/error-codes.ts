import { table } from '@straks/shared'
import type { FinalStatus } from '../../domain/status.ts'

/**
 * What Twilio's error codes mean, in answers and in status callbacks alike. Twilio's error dictionary. A code that is
 * not here fails the message without a reason.
 */
const CODES = table<FinalStatus>({
  /** Not a telephone number. */
  '21211': 'SMS_Failed_InvalidRecipient',
  /** A short code. */
  '21265': 'SMS_Failed_InvalidRecipient',
  /** Not a mobile number. */
  '21614': 'SMS_Failed_InvalidRecipient',
  /** A landline. */
  '21635': 'SMS_Failed_InvalidRecipient',
  /** The account may not send to this country. */
  '21408': 'SMS_Failed_Rejected',
  /** No way from this sender to this number. */
  '21612': 'SMS_Failed_Rejected',
  /** The recipient has answered STOP. */
  '21610': 'SMS_Failed_BarredReceiver',
  /** The telephone is off, or out of reach. */
  '30003': 'SMS_Failed_Undelivered',
  /** Blocked, by the carrier or by the recipient. */
  '30004': 'SMS_Failed_BarredReceiver',
  /** The number is not in use. */
  '30005': 'SMS_Failed_InvalidRecipient',
  /** A landline, or a carrier that cannot be reached. */
  '30006': 'SMS_Failed_InvalidRecipient',
  /** Taken for spam. */
  '30007': 'SMS_Failed_Rejected',
  /** The validity period was over while it waited at Twilio. */
  '30036': 'SMS_Failed_Expired',
})

/** The status of an error code; `undefined` where it tells no more than that it went wrong. */
export const statusOfCode = (code: string): FinalStatus | undefined => CODES.get(code)
