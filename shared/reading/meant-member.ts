import { nearestWord } from '../text/keywords-nearest.ts'

/** How much of a name may be wrong: names are longer than keywords, and unlike ones are often near. */
const TOLERANCE = 0.28

/** Names that others give the same thing: older versions of these APIs, and those of other providers. */
const OTHER_NAMES: readonly (readonly [meant: string, others: string])[] = [
  ['body', 'message text content smsbody emailbody'],
  ['subject', 'title emailsubject'],
  ['sender', 'sendernumber from sendername'],
  ['senderEmailAddress', 'fromaddress from senderemail sender'],
  ['emailAddress', 'email mail recipientemail to'],
  ['phoneNumber', 'mobilenumber phone number mobile msisdn phonenr to'],
  ['mobileNumber', 'phonenumber phone number mobile msisdn phonenr'],
  ['orgNumber', 'organizationnumber organisationnumber organization orgnr'],
  ['organizationNumber', 'orgnumber organization orgnr'],
  ['nationalIdentityNumber', 'nin ssn fnr personnumber'],
  ['timeToLiveInSeconds', 'ttl timetolive ttlinseconds'],
  ['dialogportenAssociation', 'associationdialogporten'],
  ['requestedPublishTime', 'visiblefrom'],
  ['displayName', 'name'],
  ['customRecipients', 'recipients'],
  ['channelSchema', 'notificationchannel channel channelscheme'],
  ['notificationChannel', 'channelschema channel'],
  ['contentType', 'emailcontenttype bodytype'],
  ['emailContentType', 'contenttype'],
  ['idempotencyId', 'idempotentkey'],
  ['idempotentKey', 'idempotencyid'],
]

const MEANT = new Map<string, readonly string[]>()
for (const [meant, others] of OTHER_NAMES)
  for (const other of others.split(' ')) MEANT.set(other, [...(MEANT.get(other) ?? []), meant])

/** The member of an object that an unknown name most likely means; `undefined` where none is near. */
export function meantMember(name: string, known: readonly string[]): string | undefined {
  const meant = MEANT.get(name.toLowerCase())?.find((candidate) => known.includes(candidate))
  return meant ?? nearestWord(name, known, TOLERANCE)
}
