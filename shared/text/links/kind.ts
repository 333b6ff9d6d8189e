import type { Label } from './chain.ts'
import { FOLDED, type FoldedText } from './fold.ts'
import type { LinkKind } from './link.ts'

/** The most telling thing about a link: what disguises it, before what shape it has. */
export function kindOf(
  folded: FoldedText,
  start: number,
  hostEnd: number,
  labels: readonly Label[],
  shape: LinkKind,
): LinkKind {
  const changes = folded.changes(start, hostEnd)
  if (changes & FOLDED.lookAlike) return 'homograph'
  if (changes & FOLDED.hidden) return 'hidden'
  if (changes & FOLDED.percent) return 'percent-encoded'
  if (changes & FOLDED.entity) return 'entity-encoded'
  const joints = new Set(labels.slice(1).map((label) => label.separator))
  if (shape === 'defanged' || joints.has('bracketed-dot') || joints.has('bracketed-word')) return 'defanged'
  if (joints.has('spelt')) return 'spelt-out'
  if (joints.has('spaced') || joints.has('after') || labels.some((label) => label.apart)) return 'spaced'
  if (/(?:^|[./@])xn--/i.test(folded.text.slice(start, hostEnd))) return 'punycode'
  return shape
}
