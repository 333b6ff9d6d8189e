/** Deeper lists are indented no further, so that the text grows with the mail and not with its depth. */
const DEEPEST_INDENT = 8

const INDENT = '  '

/** The lists around a place of HTML, and what stands before the next item of the innermost. */
export class Lists {
  /** The number of the next item of each ordered list; `undefined` for a list with bullets. */
  readonly #numbers: (number | undefined)[] = []

  get depth(): number {
    return this.#numbers.length
  }

  open(ordered: boolean, start: string | undefined): void {
    this.#numbers.push(ordered ? (wholeNumber(start) ?? 1) : undefined)
  }

  close(): void {
    this.#numbers.pop()
  }

  /** What stands before the next item. An item outside of every list has a bullet, as browsers show it. */
  nextMarker(value: string | undefined): string {
    const indent = INDENT.repeat(Math.min(Math.max(0, this.depth - 1), DEEPEST_INDENT))
    const number = this.#numbers.at(-1)
    if (number === undefined) return `${indent}- `
    const shown = wholeNumber(value) ?? number
    this.#numbers[this.#numbers.length - 1] = shown + 1
    return `${indent}${shown}. `
  }
}

function wholeNumber(written: string | undefined): number | undefined {
  return written !== undefined && /^\s*-?\d{1,9}\s*$/.test(written) ? Number(written) : undefined
}
