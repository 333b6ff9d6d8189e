import type { Path } from '@straks/shared'
import type { Complaint } from './complaint.ts'
import type { Survey } from './scan.ts'

/** The text of one request within a file. Everything that is found in it is told relative to its start. */
export type Piece = {
  /** Where in the file it starts. */
  readonly start: number
  readonly text: string
  /** How a JSON Pointer into the file reaches it: `[3]` for the fourth request of a list. */
  readonly prefix: Path
  /** The kind that its surroundings promise, as the address of a request in an `.http` file does. */
  readonly kindName?: string
  /** Whether a client fills in `{{variables}}` before it sends the text. */
  readonly variables?: true
  /** What was seen of it in passing, where it was cut from a list. */
  readonly survey?: Survey
}

/** A file's text, cut into requests. */
export type Cut = {
  readonly pieces: readonly Piece[]
  /** What is wrong between the pieces, at offsets of the file. */
  readonly complaints: readonly Complaint[]
}
