import { isJsonObject } from '../json/value.ts'
import { correspondence, correspondencePart, notification } from './correspondence.ts'
import { instant, instantEmail, instantSms } from './instant.ts'
import type { DocumentKind } from './kind.ts'
import { order } from './order.ts'

/** An object's members by their names in lower case: Altinn's reader does not tell cases apart. */
type Members = ReadonlyMap<string, unknown>

function membersOf(value: unknown): Members {
  const members = new Map<string, unknown>()
  if (isJsonObject(value)) for (const name of Object.keys(value)) members.set(name.toLowerCase(), value[name])
  return members
}

function hasAny(members: Members, names: ReadonlySet<string>): boolean {
  for (const name of members.keys()) if (names.has(name)) return true
  return false
}

/** What only a notification has. `sendersReference` is not among them: the answer to an order has one too. */
const OF_A_NOTIFICATION: ReadonlySet<string> = new Set([
  'notificationtemplate',
  'notificationchannel',
  'emailsubject',
  'emailbody',
  'emailcontenttype',
  'smsbody',
  'sendreminder',
  'remindernotificationchannel',
  'reminderemailsubject',
  'reminderemailbody',
  'reminderemailcontenttype',
  'remindersmsbody',
  'customrecipients',
  'customrecipient',
  'customnotificationrecipients',
  'overrideregisteredcontactinformation',
])

/** What an order has beside its recipient, and an instant message has not. */
const OF_AN_ORDER: ReadonlySet<string> = new Set([
  'requestedsendtime',
  'conditionendpoint',
  'dialogportenassociation',
  'reminders',
])

/** The recipients of an order that no instant message can have. */
const OF_AN_ORDERS_RECIPIENT: ReadonlySet<string> = new Set([
  'recipientemail',
  'recipientperson',
  'recipientorganization',
  'recipientexternalidentity',
])

/** Tells a deprecated instant message from an order: both may hold `recipient.recipientSms`. */
function recogniseRecipient(request: Members): DocumentKind | undefined {
  const recipient = membersOf(request.get('recipient'))
  if (hasAny(recipient, OF_AN_ORDERS_RECIPIENT)) return order
  if (recipient.has('recipientsms')) {
    // Only an instant message has a time-to-live; where an order's own members stand beside it, it is a slip.
    const hasTimeToLive = membersOf(recipient.get('recipientsms')).has('timetoliveinseconds')
    return hasTimeToLive && !hasAny(request, OF_AN_ORDER) ? instant : order
  }
  return request.has('idempotencyid') && (request.has('recipient') || hasAny(request, OF_AN_ORDER)) ? order : undefined
}

/** Tells by its shape what kind of request a parsed JSON value is; `undefined` where it is none that is known. */
export function recognise(value: unknown): DocumentKind | undefined {
  const members = membersOf(value)
  if (members.has('recipientsms')) return instantSms
  if (members.has('recipientemail')) return instantEmail
  if (isJsonObject(members.get('correspondence'))) return correspondence
  if (hasAny(membersOf(members.get('notification')), OF_A_NOTIFICATION)) return correspondencePart
  if (hasAny(members, OF_A_NOTIFICATION)) return notification
  return recogniseRecipient(members)
}
