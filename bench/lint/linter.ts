/** Something that can be asked what is wrong with a text, the whole of it or after one more key. */
export type Linter = {
  /** Judges a text that it has not seen. The number of errors, so that no engine leaves the work out. */
  full(text: string): Promise<number>
  /** Opens a text and gives what types a digit in it: what is timed is all that follows until the errors are there. */
  open(text: string): Promise<(line: number, character: number, digit: string) => Promise<number>>
}

/** What one linter needs for it all, in milliseconds. */
export type LintTimes = {
  /** The first full lint of the process, nothing compiled yet. */
  readonly firstMs: number
  /** The median of the later ones, and of their processor time. */
  readonly fullMs: number
  readonly fullCpuMs: number
  readonly keyMedianMs: number
  readonly keyP99Ms: number
}
