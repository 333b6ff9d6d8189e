// Written by `npm run generate` from the files of this folder.
import type { RulePage } from '../rule.ts'
import type { RuleCode } from '../rule-code.ts'
import { attachmentChecksumPage } from './attachment-checksum.ts'
import { attachmentNamePage } from './attachment-name.ts'
import { bidirectionalControlPage } from './bidirectional-control.ts'
import { brokenCharactersPage } from './broken-characters.ts'
import { channelMissingPage } from './channel-missing.ts'
import { conditionEndpointPage } from './condition-endpoint.ts'
import { customRecipientIdentifierPage } from './custom-recipient-identifier.ts'
import { customRecipientMainRecipientsPage } from './custom-recipient-main-recipients.ts'
import { deprecatedInstantPage } from './deprecated-instant.ts'
import { deprecatedRecipientFieldPage } from './deprecated-recipient-field.ts'
import { destinationNotAllowedPage } from './destination-not-allowed.ts'
import { directRecipientTextPage } from './direct-recipient-text.ts'
import { duplicateRecipientPage } from './duplicate-recipient.ts'
import { emailAddressPage } from './email-address.ts'
import { enumSpellingPage } from './enum-spelling.ts'
import { externalIdentityPage } from './external-identity.ts'
import { externalReferencePage } from './external-reference.ts'
import { genericSubjectLengthPage } from './generic-subject-length.ts'
import { genericTextEndPage } from './generic-text-end.ts'
import { htmlContentTypePage } from './html-content-type.ts'
import { htmlMarkupPage } from './html-markup.ts'
import { idempotentKeyPage } from './idempotent-key.ts'
import { keywordBrokenPage } from './keyword-broken.ts'
import { keywordCasePage } from './keyword-case.ts'
import { keywordDirectRecipientPage } from './keyword-direct-recipient.ts'
import { keywordInstantPage } from './keyword-instant.ts'
import { keywordPersonNumberPage } from './keyword-person-number.ts'
import { keywordUnknownPage } from './keyword-unknown.ts'
import { languageCodePage } from './language-code.ts'
import { lengthLimitPage } from './length-limit.ts'
import { linkForbiddenPage } from './link-forbidden.ts'
import { malformedTextPage } from './malformed-text.ts'
import { messageLengthPage } from './message-length.ts'
import { messageRecipientPage } from './message-recipient.ts'
import { messageRequiredPage } from './message-required.ts'
import { messageTimePage } from './message-time.ts'
import { nationalIdentityNumberPage } from './national-identity-number.ts'
import { orderRecipientPage } from './order-recipient.ts'
import { organizationNumberPage } from './organization-number.ts'
import { otpInReferencePage } from './otp-in-reference.ts'
import { otpValidityPage } from './otp-validity.ts'
import { overrideWithoutCustomRecipientsPage } from './override-without-custom-recipients.ts'
import { personalDataPage } from './personal-data.ts'
import { phoneNumberPage } from './phone-number.ts'
import { phoneNumberTypePage } from './phone-number-type.ts'
import { placeholderLeftPage } from './placeholder-left.ts'
import { recipientListPage } from './recipient-list.ts'
import { reminderTimePage } from './reminder-time.ts'
import { replyOptionPage } from './reply-option.ts'
import { requestElsewherePage } from './request-elsewhere.ts'
import { requestedSendTimePage } from './requested-send-time.ts'
import { requiredTextPage } from './required-text.ts'
import { resourceIdPage } from './resource-id.ts'
import { senderNamePage } from './sender-name.ts'
import { smsEncodingPage } from './sms-encoding.ts'
import { smsPartsPage } from './sms-parts.ts'
import { textTokenPage } from './text-token.ts'
import { timeToLivePage } from './time-to-live.ts'
import { unknownMemberPage } from './unknown-member.ts'
import { unusedReminderTextPage } from './unused-reminder-text.ts'
import { unusedTextPage } from './unused-text.ts'

/** What the page of each rule says and shows, by code. */
export const rulePages: Readonly<Record<RuleCode, RulePage>> = {
  'attachment-checksum': attachmentChecksumPage,
  'attachment-name': attachmentNamePage,
  'bidirectional-control': bidirectionalControlPage,
  'broken-characters': brokenCharactersPage,
  'channel-missing': channelMissingPage,
  'condition-endpoint': conditionEndpointPage,
  'custom-recipient-identifier': customRecipientIdentifierPage,
  'custom-recipient-main-recipients': customRecipientMainRecipientsPage,
  'deprecated-instant': deprecatedInstantPage,
  'deprecated-recipient-field': deprecatedRecipientFieldPage,
  'destination-not-allowed': destinationNotAllowedPage,
  'direct-recipient-text': directRecipientTextPage,
  'duplicate-recipient': duplicateRecipientPage,
  'email-address': emailAddressPage,
  'enum-spelling': enumSpellingPage,
  'external-identity': externalIdentityPage,
  'external-reference': externalReferencePage,
  'generic-subject-length': genericSubjectLengthPage,
  'generic-text-end': genericTextEndPage,
  'html-content-type': htmlContentTypePage,
  'html-markup': htmlMarkupPage,
  'idempotent-key': idempotentKeyPage,
  'keyword-broken': keywordBrokenPage,
  'keyword-case': keywordCasePage,
  'keyword-direct-recipient': keywordDirectRecipientPage,
  'keyword-instant': keywordInstantPage,
  'keyword-person-number': keywordPersonNumberPage,
  'keyword-unknown': keywordUnknownPage,
  'language-code': languageCodePage,
  'length-limit': lengthLimitPage,
  'link-forbidden': linkForbiddenPage,
  'malformed-text': malformedTextPage,
  'message-length': messageLengthPage,
  'message-recipient': messageRecipientPage,
  'message-required': messageRequiredPage,
  'message-time': messageTimePage,
  'national-identity-number': nationalIdentityNumberPage,
  'order-recipient': orderRecipientPage,
  'organization-number': organizationNumberPage,
  'otp-in-reference': otpInReferencePage,
  'otp-validity': otpValidityPage,
  'override-without-custom-recipients': overrideWithoutCustomRecipientsPage,
  'personal-data': personalDataPage,
  'phone-number': phoneNumberPage,
  'phone-number-type': phoneNumberTypePage,
  'placeholder-left': placeholderLeftPage,
  'recipient-list': recipientListPage,
  'reminder-time': reminderTimePage,
  'reply-option': replyOptionPage,
  'request-elsewhere': requestElsewherePage,
  'requested-send-time': requestedSendTimePage,
  'required-text': requiredTextPage,
  'resource-id': resourceIdPage,
  'sender-name': senderNamePage,
  'sms-encoding': smsEncodingPage,
  'sms-parts': smsPartsPage,
  'text-token': textTokenPage,
  'time-to-live': timeToLivePage,
  'unknown-member': unknownMemberPage,
  'unused-reminder-text': unusedReminderTextPage,
  'unused-text': unusedTextPage,
}
