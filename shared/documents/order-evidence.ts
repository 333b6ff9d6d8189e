import { WrittenNumber } from '../json/parse-json.ts'
import { isJsonObject } from '../json/value.ts'
import { composedEmail } from './elsewhere.ts'
import { instant, instantEmail, instantSms } from './instant.ts'
import type { DocumentKind } from './kind.ts'
import { orders, ordersEmail, ordersSms } from './listed-orders.ts'
import { hasAny, type Members, membersOf } from './members.ts'
import { order } from './order.ts'

/** What an order has beside its recipient, and an instant message has not. */
const OF_AN_ORDER = ['requestedsendtime', 'conditionendpoint', 'dialogportenassociation', 'reminders']

/** The recipients of an order that no instant message can have. */
const OF_AN_ORDERS_RECIPIENT = [
  'recipientemail',
  'recipientperson',
  'recipientorganization',
  'recipientexternalidentity',
]

/** How a recipient is named in the first version's orders. */
const OF_A_LISTED_RECIPIENT = ['emailaddress', 'mobilenumber', 'organizationnumber', 'nationalidentitynumber']

/** Whether a value is meant as a key. A number of any spelling is one that the schema refuses, and not something else. */
const isKey = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'number' || value instanceof WrittenNumber

const hasObject = (members: Members, names: readonly string[]): boolean =>
  names.some((name) => isJsonObject(members.get(name)))

const textIn = (members: Members, name: string): string => {
  const value = members.get(name)
  return typeof value === 'string' ? value : ''
}

/** Words where a request has a number: what a form says of a field, or what is wrong with it. */
const WORDS = /^\p{L}[^\d{}%$\ue000]*$/u

/** Whether a member is an object where a request has a value, as translations and lists of mistakes do. */
const isNested = (members: Members, name: string): boolean => isJsonObject(members.get(name))

/** Whether a member is words where a request has a number. */
const isInWords = (members: Members, name: string): boolean => WORDS.test(textIn(members, name).slice(0, 100))

/** What a form calls a field, or says of one: words without what an address or a number has. */
const LABEL = /^\p{L}[\p{L} /()'-]*:?$/u

const isFlag = (members: Members, name: string): boolean => typeof members.get(name) === 'boolean'

/** Whether a member tells of a value rather than has one: which fields were filled in, are asked for, or what they are called. */
const isDescribed = (members: Members, name: string): boolean =>
  isFlag(members, name) || LABEL.test(textIn(members, name).slice(0, 100))

/** Members that may stand beside an instant message's recipient, and what a program alone knows of. */
const BESIDE = /^(?:recipientsms|sendersreference|[$\ue000].*)$/

/** Whether nothing else stands beside a recipient, as a program's settings do. */
const isAlone = (request: Members): boolean => [...request.keys()].every((name) => BESIDE.test(name))

/**
 * Recognises an instant message by its recipient's members: a member of the same name may be another program's setting.
 */
export function recogniseInstant(request: Members): DocumentKind | undefined {
  const isOurs = isKey(request.get('idempotencyid'))
  const sms = request.get('recipientsms')
  if (isJsonObject(sms)) {
    const members = membersOf(sms)
    if (isNested(members, 'phonenumber') || isNested(members, 'timetoliveinseconds')) return undefined
    if (isInWords(members, 'timetoliveinseconds')) return undefined
    if (!isOurs && (isFlag(members, 'phonenumber') || isFlag(members, 'timetoliveinseconds'))) return undefined
    const phone = textIn(members, 'phonenumber').slice(0, 100)
    const isSms = members.has('timetoliveinseconds') || (hasObject(members, ['smssettings']) && !WORDS.test(phone))
    if (isOurs || isSms || (/\d/.test(phone) && isAlone(request))) return instantSms
  }
  const email = request.get('recipientemail')
  if (!isJsonObject(email)) return undefined
  const members = membersOf(email)
  if (isNested(members, 'emailaddress') || (!isOurs && isDescribed(members, 'emailaddress'))) return undefined
  const isEmail = hasObject(members, ['emailsettings']) || textIn(members, 'emailaddress').includes('@')
  return isOurs || isEmail ? instantEmail : undefined
}

/** What names each kind of an order's recipient. */
const NAMED_BY = [
  ['recipientsms', 'phonenumber'],
  ['recipientemail', 'emailaddress'],
  ['recipientperson', 'nationalidentitynumber'],
  ['recipientorganization', 'orgnumber'],
  ['recipientexternalidentity', 'externalidentity'],
] as const

/** Whether an object only tells of an order's recipient, as forms and questions to a database do. */
const isDescription = (request: Members, recipient: Members): boolean =>
  !isKey(request.get('idempotencyid')) &&
  NAMED_BY.some(([kind, name]) => isDescribed(membersOf(recipient.get(kind)), name))

/** What an order has, and a reminder of its own has not, which has a recipient as an order does. */
const OF_NO_REMINDER = ['idempotencyid', 'requestedsendtime', 'reminders']

/** Tells an order by its recipient, which the deprecated instant message and the composed e-mail have too. */
export function recogniseOrder(request: Members): DocumentKind | undefined {
  if (request.has('delaydays') && !hasAny(request, OF_NO_REMINDER)) return undefined
  const recipient = membersOf(request.get('recipient'))
  if (isDescription(request, recipient)) return undefined
  const direct = membersOf(recipient.get('recipientemail'))
  const isComposed = Array.isArray(membersOf(direct.get('emailsettings')).get('attachments'))
  if (isComposed) return composedEmail
  // Settings beside one of these belong in it: they are a slip, and no sign of another request.
  if (hasObject(recipient, OF_AN_ORDERS_RECIPIENT)) return order
  const hasSms = hasObject(recipient, ['recipientsms'])
  if (!hasSms && hasObject(recipient, ['emailsettings'])) return composedEmail
  if (hasSms) {
    // Only an instant message has a time-to-live; where an order's own members stand beside it, it is a slip.
    const hasTimeToLive = membersOf(recipient.get('recipientsms')).has('timetoliveinseconds')
    return hasTimeToLive && !hasAny(request, OF_AN_ORDER) ? instant : order
  }
  const isOrder = isJsonObject(request.get('recipient')) || hasAny(request, OF_AN_ORDER)
  return isKey(request.get('idempotencyid')) && isOrder ? order : undefined
}

/** Whether a member is there, and not null. An empty text is one that is yet to be filled in. */
const isGiven = (members: Members, name: string): boolean => (members.get(name) ?? null) !== null

/** Tells an order of the first version by its list of recipients. */
export function recogniseListedOrder(request: Members): DocumentKind | undefined {
  const recipients = request.get('recipients')
  if (!Array.isArray(recipients) || request.has('links') || request.has('creator')) return undefined
  if (hasObject(request, ['emailtemplate', 'smstemplate'])) return orders
  const first = membersOf(recipients[0])
  if (!hasAny(first, OF_A_LISTED_RECIPIENT)) return undefined
  if (request.has('notificationchannel')) return orders
  if (typeof request.get('body') !== 'string') return undefined
  // A subject is missing, or no text, in an e-mail too; and programs write null where they have nothing.
  const toAddress =
    isGiven(first, 'emailaddress') && first.get('emailaddress') !== '' && !isGiven(first, 'mobilenumber')
  return toAddress || typeof request.get('subject') === 'string' ? ordersEmail : ordersSms
}
