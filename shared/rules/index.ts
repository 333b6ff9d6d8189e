// Written by `npm run generate` from the files of this folder.
import type { Rule } from '../rule.ts'
import { attachmentChecksum } from './attachment-checksum.ts'
import { attachmentName } from './attachment-name.ts'
import { bidirectionalControl } from './bidirectional-control.ts'
import { brokenCharacters } from './broken-characters.ts'
import { channelMissing } from './channel-missing.ts'
import { conditionEndpoint } from './condition-endpoint.ts'
import { customRecipientIdentifier } from './custom-recipient-identifier.ts'
import { customRecipientMainRecipients } from './custom-recipient-main-recipients.ts'
import { deprecatedInstant } from './deprecated-instant.ts'
import { deprecatedRecipientField } from './deprecated-recipient-field.ts'
import { destinationNotAllowed } from './destination-not-allowed.ts'
import { directRecipientText } from './direct-recipient-text.ts'
import { duplicateRecipient } from './duplicate-recipient.ts'
import { emailAddress } from './email-address.ts'
import { enumSpelling } from './enum-spelling.ts'
import { externalIdentity } from './external-identity.ts'
import { externalReference } from './external-reference.ts'
import { genericSubjectLength } from './generic-subject-length.ts'
import { genericTextEnd } from './generic-text-end.ts'
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
import { phoneNumberType } from './phone-number-type.ts'
import { placeholderLeft } from './placeholder-left.ts'
import { recipientList } from './recipient-list.ts'
import { reminderTime } from './reminder-time.ts'
import { replyOption } from './reply-option.ts'
import { requestElsewhere } from './request-elsewhere.ts'
import { requestedSendTime } from './requested-send-time.ts'
import { requiredText } from './required-text.ts'
import { resourceId } from './resource-id.ts'
import { senderName } from './sender-name.ts'
import { smsEncoding } from './sms-encoding.ts'
import { smsParts } from './sms-parts.ts'
import { textToken } from './text-token.ts'
import { timeToLive } from './time-to-live.ts'
import { unknownMember } from './unknown-member.ts'
import { unusedReminderText } from './unused-reminder-text.ts'
import { unusedText } from './unused-text.ts'

/** Every rule of the judge, by code. */
export const rules: readonly Rule[] = [
  attachmentChecksum,
  attachmentName,
  bidirectionalControl,
  brokenCharacters,
  channelMissing,
  conditionEndpoint,
  customRecipientIdentifier,
  customRecipientMainRecipients,
  deprecatedInstant,
  deprecatedRecipientField,
  destinationNotAllowed,
  directRecipientText,
  duplicateRecipient,
  emailAddress,
  enumSpelling,
  externalIdentity,
  externalReference,
  genericSubjectLength,
  genericTextEnd,
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
  phoneNumberType,
  placeholderLeft,
  recipientList,
  reminderTime,
  replyOption,
  requestElsewhere,
  requestedSendTime,
  requiredText,
  resourceId,
  senderName,
  smsEncoding,
  smsParts,
  textToken,
  timeToLive,
  unknownMember,
  unusedReminderText,
  unusedText,
]
