import type { FindingCode, Path, Repair, Severity } from '@straks/shared'
import type { Range } from '../document/ranges.ts'
import type { TextEdit } from '../document/text-edit.ts'

/** A way to put a finding right: edits of the document's values, or of its text where the text itself is at fault. */
export type PieceRepair = Repair | (Omit<Repair, 'edits'> & { readonly textEdits: readonly TextEdit[] })

/** A place that a finding also has to do with. */
type RelatedPlace = Range & { readonly message: string }

/** A finding with a place in its request's text. */
export type PieceFinding = Range & {
  readonly code: FindingCode
  readonly severity: Severity
  readonly message: string
  readonly path: Path
  readonly related?: readonly RelatedPlace[]
  readonly deprecated?: true
  /** Whether every validator of JSON tells of it. */
  readonly isOfJson?: true
  /** How many like it are left out. */
  readonly more?: number
  /** Whether what comes after it in the file is not judged. */
  readonly isLast?: true
  readonly repairs?: readonly PieceRepair[]
}
