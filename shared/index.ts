export { applyFix } from './apply-fix.ts'
export { parseEmailAddress } from './contact/email-address.ts'
export { type MessageRecipient, parseMessageRecipient } from './contact/message-recipient.ts'
export { parseNationalIdentityNumber } from './contact/national-identity-number.ts'
export { parseOrganizationNumber } from './contact/organization-number.ts'
export { guessNorwegianMobile, parsePhoneNumber } from './contact/phone-number.ts'
export { firstByAltinn } from './documents/altinn-order.ts'
export { correspondence, correspondencePart, notification } from './documents/correspondence.ts'
export { documentKinds, recognise } from './documents/index.ts'
export { instant, instantEmail, instantSms } from './documents/instant.ts'
export type { DocumentKind, Purpose } from './documents/kind.ts'
export { order } from './documents/order.ts'
export type { Edit, Finding, Fix, Path, Related, Severity, Span } from './finding.ts'
export { nestsDeeperThan } from './json/depth.ts'
export { toJsonPointer } from './json/pointer.ts'
export { isJsonObject, type JsonValue } from './json/value.ts'
export { type Accepted, judge, lint } from './judge.ts'
export { LANGUAGES, type Language, say, type Words } from './language.ts'
export * as limits from './limits.ts'
export { type MomentProblem, parseMoment } from './reading/moment.ts'
export { fail, ok, type Result } from './result.ts'
export type { Example, Rule, RulePage } from './rule.ts'
export { createRulebook, type Rulebook } from './rulebook.ts'
export { rules } from './rules/index.ts'
export { OrderAnswer } from './schema/answers/order.ts'
export { Problem } from './schema/answers/problem.ts'
export { ShipmentManifest } from './schema/answers/shipment.ts'
export type { NotificationChannel } from './schema/channel.ts'
export {
  type CorrespondencePart,
  type CorrespondenceRequest,
  correspondencePartSchema,
  correspondenceRequestSchema,
} from './schema/correspondence.ts'
export { type InstantEmailRequest, instantEmailRequestSchema } from './schema/instant-email.ts'
export {
  type InstantRequest,
  type InstantSmsRequest,
  instantRequestSchema,
  instantSmsRequestSchema,
} from './schema/instant-sms.ts'
export { type Notification, notificationSchema } from './schema/notification.ts'
export { type OrderRequest, orderRequestSchema } from './schema/order.ts'
export { SCHEMA_CODE } from './schema-findings.ts'
