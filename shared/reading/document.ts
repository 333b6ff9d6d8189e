import type { Path } from '../finding.ts'
import type { Role } from '../schema/field.ts'

/** A value with a role, wherever in the document it stands and whatever else is wrong there. */
export type Field = {
  readonly role: Role
  readonly path: Path
  /** As written: its type is not known yet. */
  readonly value: unknown
  /** The members beside it, by their proper names. */
  readonly siblings: Readonly<Record<string, unknown>>
}

/** An enumeration value that is understood but not spelt as its name. */
export type Respelling = { readonly path: Path; readonly written: unknown; readonly name: string }

/** A JSON document as Altinn's reader understands it. */
export type ReadDocument = {
  /** The document with proper names: what the schema parses. */
  readonly value: unknown
  readonly fields: readonly Field[]
  readonly respellings: readonly Respelling[]
}
