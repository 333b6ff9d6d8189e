// Written by `npm run generate` from the files of this folder.
import type { Rule } from '../rule.ts'
import { channelMissing } from './channel-missing.ts'
import { conditionEndpoint } from './condition-endpoint.ts'
import { customRecipientIdentifier } from './custom-recipient-identifier.ts'
import { customRecipientMainRecipients } from './custom-recipient-main-recipients.ts'
import { deprecatedInstant } from './deprecated-instant.ts'
import { deprecatedRecipientField } from './deprecated-recipient-field.ts'
import { directRecipientText } from './direct-recipient-text.ts'
import { duplicateRecipient } from './duplicate-recipient.ts'
import { emailAddress } from './email-address.ts'
import { enumSpelling } from './enum-spelling.ts'
import { externalIdentity } from './external-identity.ts'
import { htmlContentType } from './html-content-type.ts'
import { htmlMarkup } from './html-markup.ts'
import { idempotentKey } from './idempotent-key.ts'
import { keywordBroken } from './keyword-broken.ts'
import { keywordCase } from './keyword-case.ts'
import { keywordDirectRecipient } from './keyword-direct-recipient.ts'
import { keywordInstant } from './keyword-instant.ts'
import { keywordPersonNumber } from './keyword-person-number.ts'
import { keywordUnknown } from './keyword-unknown.ts'
import { languageCode } from './language-code.ts'
import { lengthLimit } from './length-limit.ts'
import { linkForbidden } from './link-forbidden.ts'
import { malformedText } from './malformed-text.ts'
import { messageLength } from './message-length.ts'
import { messageRecipient } from './message-recipient.ts'
import { messageRequired } from './message-required.ts'
import { messageTime } from './message-time.ts'
import { nationalIdentityNumber } from './national-identity-number.ts'
import { orderRecipient } from './order-recipient.ts'
import { organizationNumber } from './organization-number.ts'
import { otpInReference } from './otp-in-reference.ts'
import { otpValidity } from './otp-validity.ts'
import { overrideWithoutCustomRecipients } from './override-without-custom-recipients.ts'
import { personalData } from './personal-data.ts'
import { phoneNumber } from './phone-number.ts'
import { reminderTime } from './reminder-time.ts'
import { replyOption } from './reply-option.ts'
import { requestedSendTime } from './requested-send-time.ts'
import { requiredText } from './required-text.ts'
import { resourceId } from './resource-id.ts'
import { senderName } from './sender-name.ts'
import { sendingTimePolicy } from './sending-time-policy.ts'
import { smsEncoding } from './sms-encoding.ts'
import { smsParts } from './sms-parts.ts'
import { timeToLive } from './time-to-live.ts'
import { unusedReminderText } from './unused-reminder-text.ts'

/** Every rule of the judge, by code. */
export const rules: readonly Rule[] = [
  channelMissing,
  conditionEndpoint,
  customRecipientIdentifier,
  customRecipientMainRecipients,
  deprecatedInstant,
  deprecatedRecipientField,
  directRecipientText,
  duplicateRecipient,
  emailAddress,
  enumSpelling,
  externalIdentity,
  htmlContentType,
  htmlMarkup,
  idempotentKey,
  keywordBroken,
  keywordCase,
  keywordDirectRecipient,
  keywordInstant,
  keywordPersonNumber,
  keywordUnknown,
  languageCode,
  lengthLimit,
  linkForbidden,
  malformedText,
  messageLength,
  messageRecipient,
  messageRequired,
  messageTime,
  nationalIdentityNumber,
  orderRecipient,
  organizationNumber,
  otpInReference,
  otpValidity,
  overrideWithoutCustomRecipients,
  personalData,
  phoneNumber,
  reminderTime,
  replyOption,
  requestedSendTime,
  requiredText,
  resourceId,
  senderName,
  sendingTimePolicy,
  smsEncoding,
  smsParts,
  timeToLive,
  unusedReminderText,
]
