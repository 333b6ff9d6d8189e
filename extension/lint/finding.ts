import type { Edit, Path, Severity } from '@straks/shared'
import type { Range } from '../document/ranges.ts'

/** One replacement in a text. */
export type TextEdit = Range & { readonly text: string }

/** A way to put a finding right: edits of the document's values, or of its text where the text itself is at fault. */
export type PieceFix =
  | { readonly title: string; readonly edits: readonly Edit[] }
  | { readonly title: string; readonly textEdit: TextEdit }

/** A place that a finding also has to do with. */
export type RelatedPlace = Range & { readonly message: string }

/** A finding with a place in its request's text. */
export type PieceFinding = Range & {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly path: Path
  readonly related?: readonly RelatedPlace[]
  readonly deprecated?: true
  /** Whether every validator of JSON tells of it. */
  readonly isOfJson?: true
  readonly fix?: PieceFix
}
