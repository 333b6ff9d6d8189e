export { words } from '#words'
export { applyFix, inOrder } from './apply-fix.ts'
export { type AddressPolicy, mayAsk } from './conditions/may-ask.ts'
export { emailAddressKey, parseEmailAddress } from './contact/email-address.ts'
export { idportenEmail } from './contact/idporten-user.ts'
export { type MessageRecipient, parseMessageRecipient } from './contact/message-recipient.ts'
export {
  guessNationalIdentityNumber,
  parseNationalIdentityNumber,
  parsePersonIdentifier,
} from './contact/national-identity-number.ts'
export { parseOrganizationNumber } from './contact/organization-number.ts'
export { guessNorwegianMobile, parsePhoneNumber } from './contact/phone-number.ts'
export { isDestination } from './contact/sms-country.ts'
export { type DayWindow, isAlwaysOpen, parseDayWindow } from './day-window.ts'
export { describeRepair, type RepairDescription } from './describe-repair.ts'
export { firstByAltinn } from './documents/altinn-order.ts'
export { attachment } from './documents/attachment.ts'
export { correspondence, correspondencePart, notification } from './documents/correspondence.ts'
export { documentKinds, guessKind, kindsElsewhere, recognise } from './documents/index.ts'
export { instant, instantEmail, instantSms } from './documents/instant.ts'
export type { DocumentKind } from './documents/kind.ts'
export { orders, ordersEmail, ordersSms } from './documents/listed-orders.ts'
export { properName } from './documents/member-names.ts'
export { order } from './documents/order.ts'
export {
  MINUTES_PER_HOUR,
  MS_PER_DAY,
  MS_PER_MINUTE,
  MS_PER_SECOND,
  SECONDS_PER_DAY,
  SECONDS_PER_HOUR,
  SECONDS_PER_MINUTE,
} from './durations.ts'
export type { Edit, Finding, FindingCode, Path, Repair, Safety, Severity, Span } from './finding.ts'
export { nestsDeeperThan } from './json/depth.ts'
export { forSchema } from './json/for-schema.ts'
export { parseJson, readNumber } from './json/parse-json.ts'
export { isJsonObject, type JsonValue } from './json/value.ts'
export { type Accepted, judge, lint } from './judge.ts'
export type { JudgeContext } from './judge-context.ts'
export { LANGUAGES, type Language, say, type WordData, type Words } from './language.ts'
export * as limits from './limits.ts'
export { once } from './once.ts'
export { toDottedPath, toJsonPointer } from './path-text.ts'
export { isJsonValue } from './reading/json-value.ts'
export { parseMoment, parseMomentInUtc, upToLastMoment } from './reading/moment.ts'
export { readUuid, UUID } from './reading/read-uuid.ts'
export { redact } from './redact.ts'
export { fail, ok, type Result } from './result.ts'
export type { Example, Rule, RulePage } from './rule.ts'
export type { RuleCode } from './rule-code.ts'
export { createRulebook } from './rulebook.ts'
export { rules } from './rules/index.ts'
export { MEDIA_OF, type Medium, type NotificationChannel, usesAllMedia } from './schema/channel.ts'
export { type CorrespondenceRequest, correspondenceRequestSchema } from './schema/correspondence.ts'
export type { InstantEmailRequest } from './schema/instant-email.ts'
export type { InstantRequest, InstantSmsRequest } from './schema/instant-sms.ts'
export type { EmailOrderRequest, ListedOrderRequest, SmsOrderRequest } from './schema/listed-order.ts'
export type { OrderRequest } from './schema/order.ts'
export { SCHEMA_CODE } from './schema-findings.ts'
export { table } from './table.ts'
