import {
  type InstantEmailRequest,
  type InstantRequest,
  type InstantSmsRequest,
  limits,
  parseEmailAddress,
  parsePhoneNumber,
  type Result,
} from '@straks/shared'
import { toOneLine } from '@straks/shared/text'
import type { InstantMessage } from './message.ts'

/** The senders that stand in where a request names none. */
export type DefaultSenders = { readonly sms: string; readonly email: string }

/** Unwraps what the judge has already accepted; a refusal here means that judge and edge disagree. */
function judged<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(`The judge accepted what cannot be read: ${result.failure}`)
  return result.value
}

/** An accepted instant SMS request as the message it means. */
export function instantSmsMessage(request: InstantSmsRequest, defaults: DefaultSenders): InstantMessage {
  const { phoneNumber, timeToLiveInSeconds, smsSettings } = request.recipientSms
  return {
    idempotencyId: request.idempotencyId,
    sendersReference: request.sendersReference,
    channel: 'sms',
    destination: judged(parsePhoneNumber(phoneNumber)),
    timeToLiveSeconds: timeToLiveInSeconds,
    content: { channel: 'sms', from: smsSettings.sender?.trim() || defaults.sms, body: smsSettings.body },
  }
}

/** An accepted request of the deprecated route: the same message, one level deeper. */
export const instantMessage = (request: InstantRequest, defaults: DefaultSenders): InstantMessage =>
  instantSmsMessage({ ...request, recipientSms: request.recipient.recipientSms }, defaults)

/** An accepted instant e-mail request as the message it means. The subject becomes one line. */
export function instantEmailMessage(request: InstantEmailRequest, defaults: DefaultSenders): InstantMessage {
  const { emailAddress, emailSettings } = request.recipientEmail
  const { senderEmailAddress, subject, body, contentType } = emailSettings
  return {
    idempotencyId: request.idempotencyId,
    sendersReference: request.sendersReference,
    channel: 'email',
    destination: judged(parseEmailAddress(emailAddress)),
    timeToLiveSeconds: limits.EMAIL_TIME_TO_LIVE_SECONDS,
    content: {
      channel: 'email',
      from: senderEmailAddress === undefined ? defaults.email : judged(parseEmailAddress(senderEmailAddress)),
      subject: toOneLine(subject),
      body,
      contentType: contentType ?? 'Plain',
    },
  }
}
