import { isJsonObject } from '../json/value.ts'
import { correspondencePartSchema } from '../schema/correspondence.ts'
import { notificationSchema } from '../schema/notification.ts'
import { nearestWord } from '../text/keywords-nearest.ts'
import { correspondence, correspondencePart, notification } from './correspondence.ts'
import type { DocumentKind } from './kind.ts'
import { type Members, membersOf } from './members.ts'
import { holdsNotification, isNotification } from './notification-evidence.ts'
import { recogniseInstant, recogniseListedOrder, recogniseOrder } from './order-evidence.ts'
import { recogniseSlip } from './slip-evidence.ts'

/** The share of a name's letters that may be wrong for it to be a slip rather than another name. */
const TOLERANCE = 0.28

/** Names of an unknown object that are compared with known ones, which takes time. */
const COMPARED_MAX = 30

/** Names that say nothing: of what is meant for an editor, and of what a program alone knows. */
const SAYS_NOTHING = /^[$\ue000]/

/** Whether at least as many of an object's members as not are known, or a slip of a known one. */
function isMostlyKnown(members: Members, known: readonly string[]): boolean {
  const names = new Set(known.map((name) => name.toLowerCase()))
  const telling = [...members.keys()].filter((name) => !SAYS_NOTHING.test(name))
  const strange = telling.filter((name) => !names.has(name))
  if (strange.length === 0) return true
  if (strange.length > COMPARED_MAX) return false
  const slips = strange.filter((name) => nearestWord(name, known, TOLERANCE) !== undefined).length
  return telling.length - strange.length + slips > strange.length - slips
}

function isCorrespondence(request: Members): boolean {
  const message = request.get('correspondence')
  if (!isJsonObject(message)) return false
  const hasLists = Array.isArray(request.get('recipients')) || Array.isArray(request.get('existingattachments'))
  return hasLists || holdsNotification(membersOf(message).get('notification'))
}

/** Whether an object with a notification is a message, rather than the settings of a program that sends some. */
function isMessage(members: Members): boolean {
  if (!holdsNotification(members.get('notification'))) return false
  const beside = new Map([...members].filter(([name]) => name !== 'notification'))
  return isMostlyKnown(beside, Object.keys(correspondencePartSchema().shape))
}

/**
 * Tells by its shape what kind of request a parsed JSON value is; `undefined` where it is none that is known.
 *
 * A name alone proves nothing: translations and settings of other programs have an `emailBody` or a `recipientEmail`
 * too. What holds it, and what it holds, does.
 */
export function recognise(value: unknown): DocumentKind | undefined {
  const members = membersOf(value)
  if (members.size === 0) return undefined
  const known = recogniseInstant(members)
  if (known) return known
  if (isCorrespondence(members)) return correspondence
  if (isMessage(members)) return correspondencePart
  const listed = recogniseListedOrder(members)
  if (listed) return listed
  if (isNotification(members) && isMostlyKnown(members, Object.keys(notificationSchema().shape))) return notification
  return recogniseOrder(members) ?? recogniseSlip(members)
}
