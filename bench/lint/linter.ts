/** Something that can be asked what is wrong with a text, the whole of it or after one more key. */
export type Linter = {
  /** Judges a text that it has not seen. The number of errors, so that no engine leaves the work out. */
  full(text: string): Promise<number>
  /** Judges all of a text that has more mistakes than an editor shows. */
  worst(text: string): Promise<number>
  /** Opens a text and gives what types a digit in it: what is timed is all that follows until the errors are there. */
  open(text: string): Promise<(line: number, character: number, digit: string) => Promise<number>>
}

/** What keys cost, in milliseconds. */
export type KeyTimes = { readonly medianMs: number; readonly p99Ms: number }

/** What one linter needs for it all, in milliseconds. */
export type LintTimes = {
  /** The first full lint of the process, nothing compiled yet. */
  readonly firstMs: number
  /** The median of the later ones, and of their processor time. */
  readonly fullMs: number
  readonly fullCpuMs: number
  /** The same of the worst of lists, and what is said of it. */
  readonly worstMs: number
  readonly worstCpuMs: number
  readonly worstFindings: number
  readonly keys: KeyTimes
  /** The same without the time in which garbage was collected. */
  readonly keysBeside: KeyTimes
}
