import type { Finding, Path } from '@straks/shared'
import { type ParsedPiece, treeOf } from '../document/parse-piece.ts'
import type { Piece } from '../document/piece.ts'
import { rangeInJson } from '../document/range-in-json.ts'
import { type About, type Range, rangeOfPath } from '../document/ranges.ts'
import { locate } from '../document/tree.ts'
import type { PieceFinding } from './finding.ts'

/** Finds places in a text. */
type Places = {
  readonly has: (path: Path) => boolean
  readonly rangeOf: (path: Path, about: About) => Range
}

/** From so many places on that are looked for a tree of the text is cheaper than going through it for each. */
const PLACES_FOR_A_TREE = 8

function placesIn({ text, comments }: Piece, parsed: ParsedPiece, count: number): Places | undefined {
  const isPlain = parsed.isJson && parsed.syntaxErrors.length === 0 && !comments
  if (isPlain && count < PLACES_FOR_A_TREE)
    return { has: () => true, rangeOf: (path, about) => rangeInJson(text, path, about) }
  const tree = treeOf(text)
  return (
    tree && {
      // What a half-written text lacks may be on its way.
      has: (path) => !parsed.broken || locate(tree, path).whole,
      rangeOf: (path, about) => rangeOfPath(text, tree, path, about),
    }
  )
}

/** Finds the places of the judge's findings in the text. */
export function placeFindings(piece: Piece, parsed: ParsedPiece, findings: readonly Finding[]): PieceFinding[] {
  const count = findings.reduce((sum, { related }) => sum + 1 + (related?.length ?? 0), 0)
  const places = count > 0 ? placesIn(piece, parsed, count) : undefined
  if (!places) return []
  return findings.flatMap(({ span, related, repairs, ...finding }) => {
    if (!places.has(finding.path)) return []
    const about = finding.deprecated ? 'name' : (finding.about ?? 'value')
    const { start, end } = places.rangeOf(finding.path, { about, span })
    const placed: PieceFinding = { ...finding, start, end }
    if (!related && (!repairs || parsed.broken)) return placed
    return {
      ...placed,
      ...(repairs && !parsed.broken && { repairs }),
      ...(related && {
        related: related.map(({ path, message }) => ({ ...places.rangeOf(path, { about: 'value' }), message })),
      }),
    }
  })
}
