import { limits } from '@straks/shared'
import { type INSOMNIA_VARIABLES, maskVariables } from './mask-variables.ts'
import type { Piece } from './piece.ts'
import type { Range } from './ranges.ts'
import { type CommentSpan, skipBlank, stringEnd } from './scan.ts'
import type { SourceMap } from './source-map.ts'
import { findTrailingCommas } from './trailing-commas.ts'

const STARTS_JSON = /^[[{]/

/** The comments of a text, between its values. */
function commentsOf(text: string): readonly Range[] {
  const comments: CommentSpan[] = []
  for (let at = text.indexOf('/') < 0 ? text.length : 0; at < text.length; ) {
    const unit = text.charAt(at)
    if (unit === '"') at = stringEnd(text, at)
    else if (unit === '/')
      at = Math.max(
        skipBlank(text, at, (comment) => comments.push(comment)),
        at + 1,
      )
    else at++
  }
  return comments
}

/** A body with variables and comments, which its client fills in and leaves out. */
type Body = {
  readonly start: number
  readonly text: string
  readonly kindName?: string | undefined
  readonly map?: SourceMap
  /** Parts that are known to be unknown already. */
  readonly holes?: readonly Range[]
  /** Whether its format has a comma after the last member, as that of an editor's settings has. */
  readonly mayTrail?: boolean
  /** What its variables stand between, where that is not what most clients have. */
  readonly delimiters?: typeof INSOMNIA_VARIABLES
}

/** Commas after the last member or element, where there is one alone. */
const trailingCommasOf = (text: string): readonly Range[] =>
  findTrailingCommas(text).flatMap(({ commas: [comma, ...more] }) =>
    comma === undefined || more.length > 0 ? [] : [{ start: comma, end: comma + 1 }],
  )

const byStart = (one: Range, other: Range): number => one.start - other.start

/** The request in a body; `undefined` where it cannot be JSON, or is larger than a request may be. */
export function bodyPiece({
  start,
  text,
  kindName,
  map,
  holes: known = [],
  mayTrail = false,
  delimiters,
}: Body): Piece | undefined {
  if (text.length > limits.REQUEST_BODY_MAX_BYTES) return undefined
  if (!STARTS_JSON.test(text.charAt(skipBlank(text, 0)))) return undefined
  const masked = maskVariables(text, delimiters)
  const holes = [...known, ...masked.holes].sort(byStart)
  const between = commentsOf(masked.text)
  const comments = mayTrail ? [...between, ...trailingCommasOf(masked.text)].sort(byStart) : between
  return {
    start,
    text: masked.text,
    prefix: [],
    ...(kindName !== undefined && { kindName }),
    ...(map && { map }),
    ...(holes.length > 0 && { holes }),
    ...(comments.length > 0 && { comments }),
  }
}
