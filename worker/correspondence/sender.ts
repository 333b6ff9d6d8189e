import { organizationNumberOf } from './names.ts'
import { ORGANIZATION_PREFIX } from './overview.ts'

/** The sender of a correspondence as answers name it: by its number where that is known, else by its short name. */
export function senderOf(codes: ReadonlyMap<string, string>, organization: string): string {
  const number = organizationNumberOf(codes, organization)
  return number === undefined ? organization : ORGANIZATION_PREFIX + number
}
