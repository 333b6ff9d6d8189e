import type { Path } from '../finding.ts'
import type { FieldNote, Role } from '../schema/field.ts'
import { findKeywords, type KeywordMatch } from '../text/keywords.ts'
import type { Field } from './document.ts'
import type { ReadObject } from './read-object.ts'

/** Where a value is: the path of its container, and the last step from there. */
export type Location = { readonly above: Path; readonly step: string | number }

/** Where a whole document stands: nothing leads to it. */
export const DOCUMENT_ROOT: Location = { above: [], step: '' }

/** The path of what stands there. */
export const pathAt = (at: Location): Path => (at === DOCUMENT_ROOT ? [] : [...at.above, at.step])

const NONE: readonly KeywordMatch[] = []

/** A field of a document. Of most fields only the value is needed, so the rest is found on demand. */
export class ReadField implements Field {
  readonly note: FieldNote
  readonly value: unknown
  readonly within: ReadObject | undefined
  readonly #foothold: Location
  readonly #beside: Pick<Field, 'siblings' | 'spellings'>
  #path: Path | undefined
  #keywords: readonly KeywordMatch[] | undefined

  constructor(
    note: FieldNote,
    value: unknown,
    foothold: Location,
    beside: Pick<Field, 'siblings' | 'spellings'>,
    within: ReadObject | undefined,
  ) {
    this.note = note
    this.value = value
    this.within = within
    this.#foothold = foothold
    this.#beside = beside
  }

  get role(): Role {
    return this.note.role
  }

  get path(): Path {
    this.#path ??= pathAt(this.#foothold)
    return this.#path
  }

  get siblings(): Field['siblings'] {
    return this.#beside.siblings
  }

  get spellings(): Field['spellings'] {
    return this.#beside.spellings
  }

  get keywords(): readonly KeywordMatch[] {
    const { value } = this
    this.#keywords ??= typeof value === 'string' && value.includes('$') ? findKeywords(value) : NONE
    return this.#keywords
  }
}
