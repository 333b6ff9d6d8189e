import type { Path } from '@straks/shared'
import type { Range } from './ranges.ts'
import type { Survey } from './scan.ts'
import type { SourceMap } from './source-map.ts'
import type { JsonSyntaxError } from './syntax-error.ts'

/** The text of one request within a file. Everything that is found in it is told relative to its start. */
export type Piece = {
  /** Where in the file it starts. */
  readonly start: number
  readonly text: string
  /** How a JSON Pointer into the file reaches it: `[3]` for the fourth request of a list. */
  readonly prefix: Path
  /** The kind that its surroundings promise, as the address of a request in an `.http` file does. */
  readonly kindName?: string
  /**
   * The parts of the text that stand for something unknown, such as the variables of an `.http` file, in order: a whole
   * value, a part of a string, or a member's name, which stands for any members.
   */
  readonly holes?: readonly Range[]
  /** Comments in it, in order, that are left out when it is sent. */
  readonly comments?: readonly Range[]
  /** Where its text stands in the file, if not as it is from `start` on. */
  readonly map?: SourceMap
  /** What was seen of it in passing, where it was cut from a list. */
  readonly survey?: Survey
}

/** A file's text, cut into requests. */
export type Cut = {
  readonly pieces: readonly Piece[]
  /** What is wrong between the pieces, at offsets of the file. */
  readonly syntaxErrors: readonly JsonSyntaxError[]
  /** Whether they stand among other things, which nothing is said of: what is no request is passed over. */
  readonly isEmbedded?: true
}
