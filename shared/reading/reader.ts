import type { Field, Malformed, Overlong, Respelling, UnknownMember } from './document.ts'
import type { Location } from './location.ts'
import type { ReadObject } from './read-object.ts'

/** What is met on the way through a document, and which object with a role it is met in. */
export type Traversal = {
  readonly fields: Field[]
  readonly objects: ReadObject[]
  readonly respellings: Respelling[]
  readonly overlong: Overlong[]
  readonly malformed: Malformed[]
  readonly unknownMembers: UnknownMember[]
  within: ReadObject | undefined
}

/** Turns one written value into the value it means, noting what it meets on the way. */
export type Reader = (value: unknown, at: Location, traversal: Traversal) => unknown
