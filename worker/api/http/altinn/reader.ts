import { type Finding, type Path, table } from '@straks/shared'
import { jsonPath, lastOf } from './paths.ts'

/** A finding as one entry of `errors`: the key and the message that a client written for Altinn finds there. */
export type AltinnError = { readonly key: string; readonly message: string }

/** How .NET calls the types of values. */
const TYPES = table({
  string: 'System.String',
  int: 'System.Int32',
  number: 'System.Int32',
  boolean: 'System.Boolean',
})

/** What .NET's JSON reader says of a value that it cannot convert. docs/altinn/notifications.md §1.3. */
export function unreadable(path: Path, type = ''): AltinnError {
  const key = jsonPath(path)
  const target = TYPES.get(type) ?? "the member's type"
  return { key, message: `The JSON value could not be converted to ${target}. Path: ${key}.` }
}

/** What it says of an object that lacks a member, at the object's own path. */
function missing(path: Path): AltinnError {
  const key = jsonPath(path.slice(0, -1))
  const member = String(path.at(-1) ?? '')
  return { key, message: `JSON deserialization was missing required properties including: '${member}'.` }
}

/** What the server says where there is no request at all: `null` is none either. */
export const NO_BODY: AltinnError = { key: '', message: 'A non-empty request body is required.' }

export const isWholeNull = ({ path, types }: Finding): boolean => path.length === 0 && types?.written === 'null'

/** Times that Altinn keeps as values: .NET's reader has no null for them. */
export const isNullMoment = ({ path, types }: Finding): boolean =>
  types?.written === 'null' && String(path.at(-1)).toLowerCase() === 'requestedsendtime'

/** What .NET has no null for: its reader refuses one. Of all else it takes it, and a check of what is required refuses it. */
const VALUE_TYPES: ReadonlySet<string> = new Set(['boolean', 'int', 'number', 'choice'])

/** What the server says of a member that it requires. */
export const required = (key: string): AltinnError => ({ key, message: `The ${lastOf(key)} field is required.` })

/**
 * What does not fit the schema: .NET's reader refuses most of it before any validator sees it. A number that no choice
 * has it can read.
 */
export function schemaError(
  finding: Finding,
  pathOf: (path: Path) => string,
  unknownChoice: (path: Path) => string | undefined,
): AltinnError {
  const { path, types } = finding
  if (isWholeNull(finding)) return NO_BODY
  if (isNullMoment(finding)) return unreadable(path)
  if (types?.written === 'undefined') return missing(path)
  if (types?.written === 'null' && !VALUE_TYPES.has(types.expected)) return required(pathOf(path))
  const choice = types?.expected === 'choice' && types.written === 'number' ? unknownChoice(path) : undefined
  return choice === undefined ? unreadable(path, types?.expected) : { key: pathOf(path), message: choice }
}
