import type { JsonValue } from './json/value.ts'

/** What follows from a finding: the message is refused, damaged or costly, going away, or merely unusual. */
export type Severity = 'error' | 'warning' | 'information' | 'hint'

/** The members and indexes that lead from a document's root to a value, spelt as the document spells them. */
export type Path = readonly (string | number)[]

/** One change to a document, as data: an editor makes a text edit of it, a terminal rewrites the file. */
export type Edit =
  | { readonly kind: 'set'; readonly path: Path; readonly value: JsonValue }
  | { readonly kind: 'remove'; readonly path: Path }
  | { readonly kind: 'rename'; readonly path: Path; readonly name: string }

/** A way to put a finding right: all its edits together. */
export type Fix = { readonly title: string; readonly edits: readonly Edit[] }

/** Part of a text, in UTF-16 units of the decoded value. */
export type Span = { readonly start: number; readonly end: number }

/** Another place that a finding has to do with. */
export type Related = { readonly path: Path; readonly message: string }

/** Something a rule says about a value of a document. It has a path, never a position: whoever holds the text maps it. */
export type Finding = {
  readonly code: string
  readonly severity: Severity
  readonly path: Path
  readonly message: string
  readonly span?: Span
  readonly fix?: Fix
  readonly related?: readonly Related[]
  readonly deprecated?: true
  /** The number that Altinn's messages give the same mistake. `spec/correspondence.md` 2.1. */
  readonly altinnCode?: number
}
