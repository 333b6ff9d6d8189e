// Written by `npm run generate` from the files of this folder.
import type { RulePage } from '../rule.ts'
import { channelMissingPage } from './channel-missing.ts'
import { conditionEndpointPage } from './condition-endpoint.ts'
import { customRecipientIdentifierPage } from './custom-recipient-identifier.ts'
import { customRecipientMainRecipientsPage } from './custom-recipient-main-recipients.ts'
import { deprecatedInstantPage } from './deprecated-instant.ts'
import { deprecatedRecipientFieldPage } from './deprecated-recipient-field.ts'
import { directRecipientTextPage } from './direct-recipient-text.ts'
import { duplicateRecipientPage } from './duplicate-recipient.ts'
import { emailAddressPage } from './email-address.ts'
import { enumSpellingPage } from './enum-spelling.ts'
import { externalIdentityPage } from './external-identity.ts'
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
import { reminderTimePage } from './reminder-time.ts'
import { replyOptionPage } from './reply-option.ts'
import { requestedSendTimePage } from './requested-send-time.ts'
import { requiredTextPage } from './required-text.ts'
import { resourceIdPage } from './resource-id.ts'
import { senderNamePage } from './sender-name.ts'
import { sendingTimePolicyPage } from './sending-time-policy.ts'
import { smsEncodingPage } from './sms-encoding.ts'
import { smsPartsPage } from './sms-parts.ts'
import { timeToLivePage } from './time-to-live.ts'
import { unusedReminderTextPage } from './unused-reminder-text.ts'

/** What the page of each rule says and shows, by code. */
export const rulePages: Readonly<Record<string, RulePage>> = {
  'channel-missing': channelMissingPage,
  'condition-endpoint': conditionEndpointPage,
  'custom-recipient-identifier': customRecipientIdentifierPage,
  'custom-recipient-main-recipients': customRecipientMainRecipientsPage,
  'deprecated-instant': deprecatedInstantPage,
  'deprecated-recipient-field': deprecatedRecipientFieldPage,
  'direct-recipient-text': directRecipientTextPage,
  'duplicate-recipient': duplicateRecipientPage,
  'email-address': emailAddressPage,
  'enum-spelling': enumSpellingPage,
  'external-identity': externalIdentityPage,
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
  'reminder-time': reminderTimePage,
  'reply-option': replyOptionPage,
  'requested-send-time': requestedSendTimePage,
  'required-text': requiredTextPage,
  'resource-id': resourceIdPage,
  'sender-name': senderNamePage,
  'sending-time-policy': sendingTimePolicyPage,
  'sms-encoding': smsEncodingPage,
  'sms-parts': smsPartsPage,
  'time-to-live': timeToLivePage,
  'unused-reminder-text': unusedReminderTextPage,
}
