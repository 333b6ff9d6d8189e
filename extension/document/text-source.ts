/** A text that can be had in part, such as a string. To ask for the whole of a large one is to copy it. */
export type TextSource = {
  readonly length: number
  slice(start: number, end?: number): string
  /** Whether some words stand in it, all in one line. */
  includes(words: string): boolean
}
