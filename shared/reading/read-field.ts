import type { Path } from '../finding.ts'
import type { FieldNote, Role } from '../schema/field.ts'
import { findKeywords, type KeywordMatch } from '../text/keywords.ts'
import { signsOf } from '../text/signs.ts'
import type { Field } from './document.ts'
import { type Location, pathAt } from './location.ts'
import type { ReadObject } from './read-object.ts'

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
  #signs: number | undefined

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

  get signs(): number {
    this.#signs ??= typeof this.value === 'string' ? signsOf(this.value) : 0
    return this.#signs
  }
}
