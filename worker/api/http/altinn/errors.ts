import { type Finding, type Path, SCHEMA_CODE, table } from '@straks/shared'
import { instantPath, jsonPath, orderPath } from './paths.ts'
import {
  CHOICE_SENTENCES,
  INSTANT_SENTENCES,
  LISTED_ORDER_ABSENT,
  LISTED_ORDER_SENTENCES,
  ORDER_SENTENCES,
  REMINDER_SENTENCES,
  type Sentences,
} from './sentences.ts'

/** A finding as one entry of `errors`: the key and the message that a client written for Altinn finds there. */
export type AltinnError = { readonly key: string; readonly message: string }

/** How .NET calls the types of values. */
const TYPES = table({
  string: 'System.String',
  int: 'System.Int32',
  number: 'System.Int32',
  boolean: 'System.Boolean',
})

const REFERENCE_TYPES: ReadonlySet<string> = new Set(['string', 'object', 'array'])

const lastOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1)

/** What .NET's reader says of a value that it cannot convert. */
function unreadable(path: Path, type = ''): AltinnError {
  const key = jsonPath(path)
  const target = TYPES.get(type) ?? "the member's type"
  return { key, message: `The JSON value could not be converted to ${target}. Path: ${key}.` }
}

/** What the server says of a number that no choice has. */
function unknownChoice(path: Path): string | undefined {
  const [holder = '', member = ''] = path.slice(-2).map((step) => String(step).toLowerCase())
  return (CHOICE_SENTENCES.get(`${holder}.${member}`) ?? CHOICE_SENTENCES.get(member))?.('')
}

/** What the server says where there is no request at all: `null` is none either. */
const NO_BODY: AltinnError = { key: '', message: 'A non-empty request body is required.' }

const isWholeNull = ({ path, types }: Finding): boolean => path.length === 0 && types?.written === 'null'

/** Times that Altinn keeps as values: .NET's reader has no null for them. */
const isNullMoment = ({ path, types }: Finding): boolean =>
  types?.written === 'null' && String(path.at(-1)).toLowerCase() === 'requestedsendtime'

/** What does not fit the schema: .NET's reader refuses most of it before any validator sees it. */
function schemaError(finding: Finding, pathOf: (path: Path) => string): AltinnError {
  const { path, types } = finding
  if (isWholeNull(finding)) return NO_BODY
  if (isNullMoment(finding)) return unreadable(path)
  if (types?.written === 'undefined') {
    const missing = String(path.at(-1) ?? '')
    const key = jsonPath(path.slice(0, -1))
    return { key, message: `JSON deserialization was missing required properties including: '${missing}'.` }
  }
  if (types?.written === 'null' && REFERENCE_TYPES.has(types.expected)) {
    const key = pathOf(path)
    return { key, message: `The ${lastOf(key)} field is required.` }
  }
  const choice = types?.expected === 'choice' && types.written === 'number' ? unknownChoice(path) : undefined
  return choice === undefined ? unreadable(path, types?.expected) : { key: pathOf(path), message: choice }
}

const find = (tables: readonly Sentences[], { code, sentence }: Finding) =>
  tables.map((table) => table.get(`${code}/${sentence}`) ?? table.get(code)).find(Boolean)

/** A finding about an instant message as one entry of `errors`. docs/altinn/notifications.md §1.3. */
export function instantError(finding: Finding): AltinnError {
  if (finding.code === SCHEMA_CODE) return schemaError(finding, instantPath)
  const key = instantPath(finding.path)
  return { key, message: find([INSTANT_SENTENCES], finding)?.(lastOf(key)) ?? finding.message }
}

/** A finding about an order as one entry of `errors`. docs/altinn/notifications.md §1.3, §7.1. */
export function orderError(finding: Finding): AltinnError {
  const { code, sentence, path, message } = finding
  if (code === SCHEMA_CODE) return schemaError(finding, orderPath)
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
  if (code === SCHEMA_CODE) return schemaError(finding, orderPath)
  if (code === 'requested-send-time' && sentence === 'malformed') return unreadable(path, 'moment')
  return { key, message: find([LISTED_ORDER_SENTENCES], finding)?.(lastOf(key)) ?? message }
}
