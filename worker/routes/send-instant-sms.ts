import { instantSms } from '@straks/shared'
import { instantSmsMessage } from '../domain/instant-message.ts'
import { sendInstant } from './send-instant.ts'

/** `POST /future/orders/instant/sms`: one SMS to one recipient, at once. Seed 000. */
export const sendInstantSms = sendInstant(instantSms, instantSmsMessage)
