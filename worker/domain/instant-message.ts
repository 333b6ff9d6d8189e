import {
  type InstantEmailRequest,
  type InstantRequest,
  type InstantSmsRequest,
  limits,
  parseEmailAddress,
  parsePhoneNumber,
} from '@straks/shared'
import { type DefaultSenders, emailContent, smsContent } from './contents.ts'
import { accepted } from './judged.ts'
import type { InstantMessage } from './message.ts'

/** An accepted instant SMS request as the message it means. */
export function instantSmsMessage(request: InstantSmsRequest, defaults: DefaultSenders): InstantMessage {
  const { phoneNumber, timeToLiveInSeconds, smsSettings } = request.recipientSms
  return {
    idempotencyId: request.idempotencyId,
    sendersReference: request.sendersReference,
    channel: 'sms',
    destination: accepted(parsePhoneNumber(phoneNumber)),
    timeToLiveSeconds: timeToLiveInSeconds,
    content: smsContent(smsSettings, defaults),
  }
}

/** An accepted request of the deprecated route: the same message, one level deeper. */
export const instantMessage = (request: InstantRequest, defaults: DefaultSenders): InstantMessage =>
  instantSmsMessage({ ...request, recipientSms: request.recipient.recipientSms }, defaults)

/** An accepted instant e-mail request as the message it means. */
export function instantEmailMessage(request: InstantEmailRequest, defaults: DefaultSenders): InstantMessage {
  const { emailAddress, emailSettings } = request.recipientEmail
  return {
    idempotencyId: request.idempotencyId,
    sendersReference: request.sendersReference,
    channel: 'email',
    destination: accepted(parseEmailAddress(emailAddress)),
    timeToLiveSeconds: limits.EMAIL_TIME_TO_LIVE_SECONDS,
    content: emailContent(emailSettings, defaults),
  }
}
