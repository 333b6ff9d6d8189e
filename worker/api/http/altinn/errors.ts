import { type Finding, type Path, SCHEMA_CODE } from '@straks/shared'
import { instantPath, lastOf, orderPath } from './paths.ts'
import { type AltinnError, isNullMoment, isWholeNull, NO_BODY, schemaError, unreadable } from './reader.ts'
import {
  CHOICE_SENTENCES,
  INSTANT_SENTENCES,
  LISTED_ORDER_ABSENT,
  LISTED_ORDER_SENTENCES,
  ORDER_SENTENCES,
  REMINDER_SENTENCES,
  type Sentences,
} from './sentences.ts'

/** What the server says of a number that no choice has. */
function unknownChoice(path: Path): string | undefined {
  const [holder = '', member = ''] = path.slice(-2).map((step) => String(step).toLowerCase())
  return (CHOICE_SENTENCES.get(`${holder}.${member}`) ?? CHOICE_SENTENCES.get(member))?.('')
}

const find = (tables: readonly Sentences[], { code, sentence }: Finding) =>
  tables.map((table) => table.get(`${code}/${sentence}`) ?? table.get(code)).find(Boolean)

/** A finding about an instant message as one entry of `errors`. docs/altinn/notifications.md §1.3. */
export function instantError(finding: Finding): AltinnError {
  if (finding.code === SCHEMA_CODE) return schemaError(finding, instantPath, unknownChoice)
  const key = instantPath(finding.path)
  return { key, message: find([INSTANT_SENTENCES], finding)?.(lastOf(key)) ?? finding.message }
}

/** A finding about an order as one entry of `errors`. docs/altinn/notifications.md §1.3, §7.1. */
export function orderError(finding: Finding): AltinnError {
  const { code, sentence, path, message } = finding
  if (code === SCHEMA_CODE) return schemaError(finding, orderPath, unknownChoice)
  if (code === 'requested-send-time' && sentence === 'malformed') return unreadable(path, 'moment')
  const key = orderPath(path)
  const tables = key.startsWith('Reminders') ? [REMINDER_SENTENCES, ORDER_SENTENCES] : [ORDER_SENTENCES]
  return { key, message: find(tables, finding)?.(lastOf(key)) ?? message }
}

const isAbsent = ({ code, types }: Finding): boolean =>
  code === 'required-text' || (code === SCHEMA_CODE && (types?.written === 'undefined' || types?.written === 'null'))

/** A list that is null is no empty one, as one that is left out is. */
const isNullList = ({ types }: Finding): boolean => types?.written === 'null' && types.expected === 'array'

/**
 * A finding about an order to several recipients as one entry of `errors`. The server's reader misses nothing: what is
 * absent its validators tell. docs/altinn/notifications.md §2.2.
 */
export function listedOrderError(finding: Finding): AltinnError {
  const { code, sentence, path, message } = finding
  const key = orderPath(path)
  const absent = isAbsent(finding) && !isNullList(finding) ? LISTED_ORDER_ABSENT.get(key) : undefined
  if (absent) return { key, message: absent(key) }
  if (isWholeNull(finding)) return NO_BODY
  if (code === SCHEMA_CODE && isAbsent(finding) && !isNullMoment(finding))
    return { key, message: `The ${lastOf(key)} field is required.` }
  if (code === SCHEMA_CODE) return schemaError(finding, orderPath, unknownChoice)
  if (code === 'requested-send-time' && sentence === 'malformed') return unreadable(path, 'moment')
  return { key, message: find([LISTED_ORDER_SENTENCES], finding)?.(lastOf(key)) ?? message }
}
