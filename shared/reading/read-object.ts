import type { Path } from '../finding.ts'
import type { ObjectRole } from '../schema/field.ts'
import { type Location, pathAt } from './location.ts'

/** An object with a role: its members by their proper names, and how the document spells those. */
export type ReadObject = {
  readonly role: ObjectRole
  readonly path: Path
  readonly members: Readonly<Record<string, unknown>>
  readonly spellings: ReadonlyMap<string, string>
  readonly within: ReadObject | undefined
}

/** Such an object as it is read. */
export class ObjectAt implements ReadObject {
  readonly role: ObjectRole
  readonly members: Readonly<Record<string, unknown>>
  readonly spellings: ReadonlyMap<string, string>
  readonly within: ReadObject | undefined
  readonly #at: Location
  #path: Path | undefined

  constructor(
    role: ObjectRole,
    at: Location,
    { siblings, spellings }: { readonly siblings: ReadObject['members']; readonly spellings: ReadObject['spellings'] },
    within: ReadObject | undefined,
  ) {
    this.role = role
    this.members = siblings
    this.spellings = spellings
    this.within = within
    this.#at = at
  }

  get path(): Path {
    this.#path ??= pathAt(this.#at)
    return this.#path
  }
}
