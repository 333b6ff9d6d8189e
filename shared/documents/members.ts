import { foldName } from '../json/fold-name.ts'
import { isJsonObject } from '../json/value.ts'

/** An object's members by their names in lower case: Altinn's reader does not tell cases apart. */
export type Members = ReadonlyMap<string, unknown>

const NONE: Members = new Map()

/** The members of a value; none where it is no object. */
export function membersOf(value: unknown): Members {
  if (!isJsonObject(value)) return NONE
  const members = new Map<string, unknown>()
  for (const name in value) members.set(foldName(name), value[name])
  return members
}

/** Whether an object has any of these members. */
export function hasAny(members: Members, names: Iterable<string>): boolean {
  for (const name of names) if (members.has(name)) return true
  return false
}
