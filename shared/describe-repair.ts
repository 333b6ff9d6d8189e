import type { Edit, Repair, Safety, Span } from './finding.ts'
import { toJsonPointer } from './path-text.ts'

/** One change of a repair, by its place and kind alone. */
type ChangeDescription = {
  readonly kind: Edit['kind']
  /** A JSON Pointer to the member that changes (RFC 6901). */
  readonly pointer: string
  /** The part of a text that changes, in UTF-16 units of its decoded value. */
  readonly span?: Span
}

/** A repair without any word of the document, or for it: what may leave the machine that a document is on. */
export type RepairDescription = {
  /** Names the kind of repair, the same in every language and for every document. */
  readonly key: string
  readonly safety: Safety
  readonly changes: readonly ChangeDescription[]
}

const hull = (one: Span | undefined, other: Span): Span =>
  one ? { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) } : other

/**
 * Tells what a repair does without telling any text or number: its kind, and the kind, pointer and span of its changes.
 *
 * Changes within one text are told as one, from the first to the last, so that a description stays short whatever the
 * text.
 */
export function describeRepair({ key, safety, edits }: Repair): RepairDescription {
  const changes = new Map<string, ChangeDescription>()
  for (const edit of edits) {
    const pointer = toJsonPointer(edit.path)
    const { kind } = edit
    const same = `${kind} ${pointer}`
    const span = kind === 'replace' ? { span: hull(changes.get(same)?.span, edit.span) } : undefined
    changes.set(same, { kind, pointer, ...span })
  }
  return { key, safety, changes: [...changes.values()] }
}
