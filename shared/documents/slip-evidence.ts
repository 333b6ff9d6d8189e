import { isJsonObject } from '../json/value.ts'
import { nearestWord } from '../text/keywords-nearest.ts'
import { correspondence } from './correspondence.ts'
import { instantEmail, instantSms } from './instant.ts'
import type { DocumentKind } from './kind.ts'
import { orders } from './listed-orders.ts'
import { hasAny, type Members, membersOf } from './members.ts'
import { order } from './order.ts'

/** The share of a name's letters that may be wrong for it to be a slip rather than another name. */
const TOLERANCE = 0.28

/** Members with an object that are looked at: a request has a handful. */
const LOOKED_AT_MAX = 30

const RECIPIENTS_OF_AN_ORDER = [
  'recipientsms',
  'recipientemail',
  'recipientperson',
  'recipientorganization',
  'recipientexternalidentity',
]

const hasObject = (members: Members, name: string): boolean => isJsonObject(members.get(name))

/** A member that no request is without, the kind of request it makes, and what has to be in it. */
type Telling = {
  readonly name: string
  readonly kind: DocumentKind
  readonly shows: (inner: Members) => boolean
}

const TELLING: readonly Telling[] = [
  {
    name: 'recipientSms',
    kind: instantSms,
    shows: (inner) => hasObject(inner, 'smssettings') && hasAny(inner, ['phonenumber', 'timetoliveinseconds']),
  },
  {
    name: 'recipientEmail',
    kind: instantEmail,
    shows: (inner) => hasObject(inner, 'emailsettings') && inner.has('emailaddress'),
  },
  {
    name: 'recipient',
    kind: order,
    shows: (inner) => RECIPIENTS_OF_AN_ORDER.some((name) => hasObject(inner, name)),
  },
  {
    name: 'correspondence',
    kind: correspondence,
    shows: (inner) => inner.has('resourceid') && hasAny(inner, ['sendersreference', 'content', 'notification']),
  },
]

/** How a recipient is named in the first version's orders. */
const OF_A_LISTED_RECIPIENT = ['emailaddress', 'mobilenumber', 'organizationnumber', 'nationalidentitynumber']

const isListOfRecipients = (name: string, value: unknown): boolean =>
  Array.isArray(value) &&
  hasAny(membersOf(value[0]), OF_A_LISTED_RECIPIENT) &&
  nearestWord(name, ['recipients'], TOLERANCE) !== undefined

/**
 * Recognises a request whose telling member has a slip in its own name (`recipentSms`), by what stands in it:
 * otherwise its author would not hear of the slip.
 */
export function recogniseSlip(request: Members): DocumentKind | undefined {
  let looked = 0
  const hasTemplate = hasObject(request, 'emailtemplate') || hasObject(request, 'smstemplate')
  for (const [name, value] of request) {
    if (hasTemplate && isListOfRecipients(name, value)) return orders
    if (!isJsonObject(value)) continue
    if (++looked > LOOKED_AT_MAX) return undefined
    const inner = membersOf(value)
    for (const telling of TELLING)
      if (
        name !== telling.name.toLowerCase() &&
        telling.shows(inner) &&
        nearestWord(name, [telling.name], TOLERANCE) !== undefined
      )
        return telling.kind
  }
  return undefined
}
