import type { JsonValue } from './json/value.ts'
import type { RuleCode } from './rule-code.ts'

/** What a finding can be called: a rule, or what stands before all rules. */
export type FindingCode = RuleCode | 'schema' | 'json-syntax'

/** What follows from a finding: the message is refused, damaged or costly, going away, or merely unusual. */
export type Severity = 'error' | 'warning' | 'information' | 'hint'

/** The members and indexes that lead from a document's root to a value, spelt as the document spells them. */
export type Path = readonly (string | number)[]

/** Part of a text, in UTF-16 units of the decoded value. */
export type Span = { readonly start: number; readonly end: number }

/**
 * One change to a document, as data: an editor makes a text edit of it, a terminal rewrites the file.
 *
 * - `set` gives a member or element a value; a member that is missing is added.
 * - `insert` puts a value into a list, before the element that its path names.
 * - `remove` takes a member or element away.
 * - `rename` gives a member another name, at the same place.
 * - `hoist` puts a value in place of the member that it is, or lies in, under another name; `wrapped` makes a list of
 * it.
 * - `replace` writes other words for a part of a text.
 */
export type Edit =
  | { readonly kind: 'set'; readonly path: Path; readonly value: JsonValue }
  | { readonly kind: 'insert'; readonly path: Path; readonly value: JsonValue }
  | { readonly kind: 'remove'; readonly path: Path }
  | { readonly kind: 'rename'; readonly path: Path; readonly name: string }
  | {
      readonly kind: 'hoist'
      readonly path: Path
      readonly from: Path
      readonly name: string
      readonly wrapped?: true
    }
  | { readonly kind: 'replace'; readonly path: Path; readonly span: Span; readonly text: string }

/**
 * Whether a repair keeps what the document means, so that it may be made unasked (`safe`), or needs a person to say
 * that it is what was meant (`suggested`).
 */
export type Safety = 'safe' | 'suggested'

/**
 * A way to put a finding right: all its edits together. Each edit names places of the document as it was before any of
 * them, and no two touch the same place.
 */
export type Repair = {
  /** Names the kind of repair, the same in every language and for every document. */
  readonly key: string
  readonly title: string
  readonly safety: Safety
  readonly edits: readonly Edit[]
}

/** Another place that a finding has to do with. */
type Related = { readonly path: Path; readonly message: string }

/**
 * Something a rule says about a value of a document. It has a path, never a position: the owner of the text maps it.
 */
export type Finding = {
  readonly code: FindingCode
  /** Which of its rule's sentences the message is, whatever its language. */
  readonly sentence?: string
  /** Of a `schema` finding: the type that was expected, `choice` for one of a list, and the type of what is written. */
  readonly types?: { readonly expected: string; readonly written: string }
  readonly severity: Severity
  readonly path: Path
  readonly message: string
  /** The message without what it quotes of the document, where it quotes anything. */
  readonly unquoted?: string
  readonly span?: Span
  /** How many like it its rule would have told of the same request. */
  readonly more?: number
  /** The ways to put it right, the likeliest first. */
  readonly repairs?: readonly Repair[]
  readonly related?: readonly Related[]
  readonly deprecated?: true
  /** Set where the member's name is at fault, whatever its value is. */
  readonly about?: 'name'
  /** The number that Altinn's messages give the same mistake. docs/altinn/correspondence.md §2.1. */
  readonly altinnCode?: number
}
