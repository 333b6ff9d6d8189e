import { type Finding, limits, type Path, properName, SCHEMA_CODE } from '@straks/shared'
import { CORRESPONDENCE_ERRORS, isCorrespondenceErrorCode } from '../../../domain/correspondence-errors.ts'
import { lastOf, serverPath } from './paths.ts'
import { type AltinnError, required, schemaError, unreadable } from './reader.ts'

const UNITS: ReadonlyMap<string, number> = new Map([
  ...Object.entries(limits.MESSAGE_MAX_UNITS),
  ['fileName', limits.MEMBER_MAX_UNITS.name],
  ['displayName', limits.MEMBER_MAX_UNITS.name],
  ['emailSubject', limits.EMAIL_SUBJECT_MAX_UNITS],
  ['reminderEmailSubject', limits.EMAIL_SUBJECT_MAX_UNITS],
  ['emailBody', limits.EMAIL_BODY_MAX_UNITS],
  ['reminderEmailBody', limits.EMAIL_BODY_MAX_UNITS],
  ['smsBody', limits.SMS_BODY_MAX_UNITS],
  ['reminderSmsBody', limits.SMS_BODY_MAX_UNITS],
])

/**
 * Members that must not be empty say so in the sentence about their length. docs/altinn/correspondence.md §1.1, §1.5.
 */
const NOT_EMPTY = new Set(['resourceId', 'sendersReference'])

const nameOf = (path: Path): string => {
  const written = String(path.at(-1) ?? '')
  return properName(written) ?? written
}

/** What Altinn's server says of a member that is too long. docs/altinn/correspondence.md §1.5. */
function tooLong(member: string): string | undefined {
  const most = UNITS.get(member)
  if (most === undefined) return undefined
  const least = NOT_EMPTY.has(member) ? 'a minimum length of 1 and ' : ''
  return `The field ${serverPath([member])} must be a string with ${least}a maximum length of ${most}.`
}

/** What the server says, by rule and sentence. docs/altinn/correspondence.md §1.5, §8. */
const SENTENCES: ReadonlyMap<string, string> = new Map([
  ['attachment-checksum/length', 'The checksum, if used, must be a MD5 hash with a length of 32 characters'],
  ['attachment-checksum/capitals', 'The checksum, if used, must be a MD5 hash in lower case'],
  ['idempotent-key', 'The idempotency key must be a valid non-empty GUID'],
  ['message-recipient/none', 'Recipients can not be empty'],
  ['message-recipient/tooMany', `Recipients can contain at most ${limits.MESSAGE_MAX_COUNTS.recipients} recipients`],
])

function serverMessage({ code, sentence, altinnCode, path }: Finding): string | undefined {
  if (isCorrespondenceErrorCode(altinnCode)) return CORRESPONDENCE_ERRORS[altinnCode][1]
  if (code === 'length-limit' || code === 'message-length') return tooLong(nameOf(path))
  return code === 'message-required'
    ? required(serverPath(path)).message
    : (SENTENCES.get(`${code}/${sentence}`) ?? SENTENCES.get(code))
}

/** The server judges its list of recipients as one value, except for the checks that it numbers. */
const placeOf = ({ path, altinnCode }: Finding): string =>
  serverPath(altinnCode === undefined && nameOf(path.slice(0, 1)) === 'recipients' ? path.slice(0, 1) : path)

const toldByRule = (finding: Finding): AltinnError => ({
  key: placeOf(finding),
  message: serverMessage(finding) ?? finding.message,
})

const isBlank = ({ path, types }: Finding): boolean => types?.written === 'string' && NOT_EMPTY.has(nameOf(path))

const unknownChoice = (path: Path): string => `The ${lastOf(serverPath(path))} field must be a defined value.`

function unfit(finding: Finding): AltinnError {
  const { path, types } = finding
  // What a list has in it is no member that could be required.
  if (types?.written === 'null' && typeof path.at(-1) === 'number') return unreadable(path, types.expected)
  return isBlank(finding) ? required(serverPath(path)) : schemaError(finding, serverPath, unknownChoice)
}

/** Times and keys that the reader cannot read: to the server they are no texts. */
const isMalformedValue = ({ code, sentence }: Finding): boolean =>
  sentence === 'malformed' && (code === 'message-time' || code === 'idempotent-key')

/** A finding about a correspondence as one entry of `errors`. docs/altinn/correspondence.md §1.5. */
export function correspondenceError(finding: Finding): AltinnError {
  if (finding.code === SCHEMA_CODE) return unfit(finding)
  return isMalformedValue(finding) ? unreadable(finding.path) : toldByRule(finding)
}

/** The same about a form, which no JSON reader reads: its places are those of the server's members. */
export function formError(finding: Finding): AltinnError {
  const { code, path, types } = finding
  if (code !== SCHEMA_CODE) return toldByRule(finding)
  return types?.written === 'undefined'
    ? required(serverPath(path))
    : { key: serverPath(path), message: finding.message }
}
