import type { Path } from '../finding.ts'
import type { FieldNote, ObjectRole, Role, TextRole } from '../schema/field.ts'
import type { KeywordMatch } from '../text/keywords.ts'
import type { NotificationView } from './notification.ts'
import type { ReadObject } from './read-object.ts'

/** A value with a role, wherever in the document it stands and whatever else is wrong there. */
export type Field = {
  readonly role: Role
  readonly note: FieldNote
  readonly path: Path
  /** As written: its type is not known yet. */
  readonly value: unknown
  /** The members beside it, by their proper names. */
  readonly siblings: Readonly<Record<string, unknown>>
  /** How the document spells the names of the members beside it, where otherwise than properly. */
  readonly spellings: ReadonlyMap<string, string>
  /** The nearest object with a role that it lies in. */
  readonly within: ReadObject | undefined
  /** The keywords in it, known or not, if it is text. */
  readonly keywords: readonly KeywordMatch[]
  /** What there is in it that a rule may look for, if it is text: bits of `SIGN`. */
  readonly signs: number
}

/** A value with a role that is text, as all that can be misspelt are. */
export type Written = Field & { readonly value: string }

/** Whether a field's value is text. */
export const isWritten = (field: Field): field is Written => typeof field.value === 'string'

/** A text that a recipient reads. */
export type Text = Written & { readonly role: TextRole }

/** An enumeration value that is understood but not spelt as its name. */
export type Respelling = { readonly path: Path; readonly written: unknown; readonly name: string }

/** Stands in a read document for a value that is too long to be read: no pattern, parser or rule ever meets it. */
export const UNREAD = Symbol('unread')

/** A value that is longer than its schema allows. */
export type Overlong = {
  readonly path: Path
  /** The proper name of its member. Of a record's member, the name of the record: its own is the caller's. */
  readonly name: string
  readonly kind: 'text' | 'list' | 'members' | 'member-name'
  /** How long it is, and how long it may be: UTF-16 units of a text, items of a list. */
  readonly size: number
  readonly most: number
  readonly role: Role | undefined
  readonly within: ObjectRole | undefined
}

/** A text with halves of surrogate pairs in it, which no encoding can write. */
export type Malformed = {
  readonly path: Path
  /** The proper name of its member. Of a record's member, the name of the record: its own is the caller's. */
  readonly name: string
  /** `undefined` where it is the name of a record's member that has them. */
  readonly value: string | undefined
}

/** A member that nothing reads. */
export type UnknownMember = {
  readonly path: Path
  /** As the document spells it. */
  readonly name: string
  /** The members that the object can have. */
  readonly known: readonly string[]
  /** All members that the object has, as the document spells them. */
  readonly beside: readonly string[]
}

/** A JSON document as Altinn's reader understands it. */
export type ReadDocument = {
  /** The document with proper names: what the schema parses. */
  readonly value: unknown
  readonly fields: readonly Field[]
  readonly texts: readonly Text[]
  /** Outer objects come after the objects in them. */
  readonly objects: readonly ReadObject[]
  readonly notifications: readonly NotificationView[]
  readonly respellings: readonly Respelling[]
  /** What was too long to be read. It is in none of the above. */
  readonly overlong: readonly Overlong[]
  readonly malformed: readonly Malformed[]
  readonly unknownMembers: readonly UnknownMember[]
}

/** Whether a field is a text that a recipient reads. */
export const isText = (found: Field): found is Text =>
  typeof found.value === 'string' &&
  (found.role === 'sms-body' || found.role === 'email-body' || found.role === 'email-subject')

/** The texts among a document's fields. */
export const textsAmong = (fields: readonly Field[]): readonly Text[] => fields.filter(isText)

/** Where an object has a member, spelt as the document spells it, or where it would have it. */
export const memberPath = (object: ReadObject, name: string): Path => [
  ...object.path,
  object.spellings.get(name) ?? name,
]

/** Where a field has another member beside it, or would have it. */
export const siblingPath = ({ path, spellings }: Field, name: string): Path => [
  ...path.slice(0, -1),
  spellings.get(name) ?? name,
]
