import { isJsonObject } from '../json/value.ts'
import { readEnumName } from '../reading/spelling.ts'
import { NotificationChannel } from '../schema/channel.ts'
import { NotificationTemplate } from '../schema/notification.ts'
import { nearestWord } from '../text/keywords-nearest.ts'
import { type Members, membersOf } from './members.ts'

/** The share of a choice's letters that may be wrong for it still to be recognised. */
const TOLERANCE = 0.28

/**
 * Whether a value is one of the choices, or a slip of one: in a translation file these names stand before other words.
 */
const isChoice = (value: unknown, names: readonly string[]): boolean =>
  readEnumName(value, names) !== undefined ||
  (typeof value === 'string' && nearestWord(value, names, TOLERANCE) !== undefined)

const SMS_AND_REMINDER_TEXTS = ['smsbody', 'reminderemailsubject', 'reminderemailbody', 'remindersmsbody']

/** Members that an answer of these APIs has, and a request never. */
const OF_AN_ANSWER = ['shipmentid', 'notificationorderid', 'correspondenceid', 'creator', 'links', 'processingstatus']

/** What a yes or a no may be written as by mistake. */
const YES_OR_NO = /^(?:true|false|yes|no|on|off|ja|nei|[01])$/i

/** Whether a value is what a form calls a choice, rather than the choice: as translations have it. */
const isLabel = (value: unknown): boolean =>
  typeof value === 'string' && /^\p{L}/u.test(value) && !YES_OR_NO.test(value.trim())

/** Whether a list may be one of recipients, which are objects; another program's has names or addresses. */
const isRecipientList = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => typeof one !== 'string' || !/^[\p{L}\p{N}+]/u.test(one))

/** Members by which a program knows its own records again. A request has none: its id is given by what answers it. */
const OF_A_RECORD = ['id', '_id', 'uuid', 'createdat', 'updatedat', 'created', 'updated']

/** Names and values that only a notification of these APIs has. */
const showsNotification = (members: Members): boolean =>
  isChoice(members.get('notificationtemplate'), NotificationTemplate.options) ||
  isRecipientList(members.get('customrecipients')) ||
  isJsonObject(members.get('customrecipient')) ||
  isRecipientList(members.get('customnotificationrecipients'))

const hasText = (members: Members, name: string): boolean => typeof members.get(name) === 'string'

/** Whether there are texts as a notification has them. Many a program keeps the subject of a mail, or its text, alone. */
const hasTexts = (members: Members): boolean =>
  SMS_AND_REMINDER_TEXTS.some((name) => hasText(members, name)) ||
  (hasText(members, 'emailsubject') && hasText(members, 'emailbody'))

/** Names and values that a notification has, and that records of other programs may have too. */
const resemblesNotification = (members: Members): boolean =>
  isChoice(members.get('notificationchannel'), NotificationChannel.options) ||
  isChoice(members.get('remindernotificationchannel'), NotificationChannel.options) ||
  typeof members.get('overrideregisteredcontactinformation') === 'boolean' ||
  (typeof members.get('sendreminder') === 'boolean' && hasTexts(members))

/** What shows a notification, or what resembles one has: an object with none of these is none. */
const EVIDENCE: ReadonlySet<string> = new Set([
  'notificationtemplate',
  'customrecipients',
  'customrecipient',
  'customnotificationrecipients',
  'notificationchannel',
  'remindernotificationchannel',
  'overrideregisteredcontactinformation',
  'sendreminder',
])

function hasEvidence(members: Members): boolean {
  for (const name of members.keys()) if (EVIDENCE.has(name)) return true
  return false
}

/**
 * Whether an object's values show that it is a notification, rather than that some of its names are those of one: many
 * systems have an `emailSubject`, and some keep with a record of theirs whether a reminder is sent.
 */
export function isNotification(members: Members): boolean {
  if (!hasEvidence(members) || OF_AN_ANSWER.some((name) => members.has(name)) || isLabel(members.get('sendreminder')))
    return false
  if (showsNotification(members)) return true
  return resemblesNotification(members) && !OF_A_RECORD.some((name) => members.has(name))
}

/** Whether a value is a notification by `isNotification`. */
export const holdsNotification = (value: unknown): boolean => isNotification(membersOf(value))
