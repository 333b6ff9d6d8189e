import type { Label } from './chain.ts'
import { FOLDED, type FoldedText } from './fold.ts'
import type { LinkKind } from './link.ts'

/** Where a link's host is, with its scheme if it has one, and what shape it has. */
type ShapedHost = {
  readonly start: number
  readonly end: number
  readonly labels: readonly Label[]
  readonly shape: LinkKind
}

/** The most telling thing about a link: what disguises it, before what shape it has. */
export function kindOf(folded: FoldedText, { start, end, labels, shape }: ShapedHost): LinkKind {
  const changes = folded.changes(start, end)
  if (changes & FOLDED.lookAlike) return 'homograph'
  if (changes & FOLDED.hidden) return 'hidden'
  if (changes & FOLDED.percent) return 'percent-encoded'
  if (changes & FOLDED.entity) return 'entity-encoded'
  const joints = new Set(labels.slice(1).map((label) => label.separator))
  if (shape === 'defanged' || joints.has('bracketed-dot') || joints.has('bracketed-word')) return 'defanged'
  if (joints.has('spelt')) return 'spelt-out'
  if (joints.has('spaced') || joints.has('after') || labels.some((label) => label.apart)) return 'spaced'
  if (/(?:^|[./@])xn--/i.test(folded.text.slice(start, end))) return 'punycode'
  return shape
}
