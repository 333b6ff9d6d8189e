import type { Path } from '../finding.ts'
import type { ObjectRole } from '../schema/field.ts'

/** An object with a role: its members by their proper names, and how the document spells those. */
export type ReadObject = {
  readonly role: ObjectRole
  readonly path: Path
  readonly members: Readonly<Record<string, unknown>>
  readonly spellings: ReadonlyMap<string, string>
  readonly within: ReadObject | undefined
}
