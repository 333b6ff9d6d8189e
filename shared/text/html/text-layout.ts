const WHITE_SPACE = /\s+/g
const LINE_END = /\r\n?|\n/

/** Lays out text as a browser would: as few line ends and spaces between its pieces as their elements ask for. */
export class TextLayout {
  readonly #pieces: string[] = []
  #owedLineEnds = 0
  #owedSpaces = ''
  #marker = ''

  /** The start or end of a block: at least as many line ends before what follows. */
  breakLine(lineEnds: number): void {
    this.#owedLineEnds = Math.max(this.#owedLineEnds, lineEnds)
    this.#owedSpaces = ''
  }

  /** A line end that was asked for, rather than owed to a block: two of them make an empty line. */
  endLine(): void {
    this.#owedLineEnds += 1
    this.#owedSpaces = ''
  }

  /** What stands before the next words, in a line of their own: the bullet of a list's item. Without words it is dropped. */
  mark(marker: string): void {
    this.#marker = marker
  }

  /** A gap between two words of one line. */
  space(): void {
    if (!this.#isAtLineStart()) this.#owedSpaces = ' '
  }

  /** Words whose white space means no more than that they are apart. */
  add(text: string): void {
    const words = text.replaceAll(WHITE_SPACE, ' ')
    if (words.startsWith(' ')) this.space()
    if (words === ' ' || words === '') return
    this.#write(words.trim())
    if (words.endsWith(' ')) this.space()
  }

  /** Words whose white space counts. */
  addPreformatted(text: string): void {
    for (const [index, line] of text.split(LINE_END).entries()) {
      if (index > 0) this.endLine()
      if (line.trim() === '') this.#owedSpaces += line
      else this.#write(line)
    }
  }

  toString(): string {
    return this.#pieces.join('')
  }

  #isAtLineStart(): boolean {
    return this.#pieces.length === 0 || this.#owedLineEnds > 0 || this.#marker !== ''
  }

  #write(words: string): void {
    if (this.#pieces.length > 0) this.#pieces.push('\n'.repeat(this.#owedLineEnds))
    this.#pieces.push(this.#marker, this.#owedSpaces, words)
    this.#owedLineEnds = 0
    this.#owedSpaces = ''
    this.#marker = ''
  }
}
