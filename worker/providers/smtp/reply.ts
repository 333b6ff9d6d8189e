/** A server's answer to one command. RFC 5321 4.2. */
export type Reply = {
  readonly code: number
  /** The enhanced status code, such as `5.1.1`, where the server gives one. RFC 3463. */
  readonly enhanced: string | undefined
  /** What the lines say after their codes: the server's own words, never logged and never shown. */
  readonly lines: readonly string[]
}

/** Twice what a reply line may have. RFC 5321 4.5.3.1.5. */
const LINE_MAX_CHARACTERS = 1_024

/** More lines than any server has capabilities: a reply is 64 KiB at most. */
const MOST_LINES = 64

const LINE = /^([2-5]\d\d)(?:([ -])(.*))?$/
const ENHANCED = /^[245]\.\d{1,3}\.\d{1,3}(?=\s|$)/

/** The first digit of a code, which alone decides: the others may be new. RFC 5321 4.2.1. */
export const replyClassOf = (code: number): number => Math.floor(code / 100)

/** Puts replies together from the pieces they arrive in. */
export class ReplyReader {
  #pending = ''
  #lines: string[] = []

  /** Takes in a piece, and gives the reply that it completes, if any. */
  read(piece: string): Reply | 'malformed' | undefined {
    this.#pending += piece
    for (let end = this.#pending.indexOf('\n'); end >= 0; end = this.#pending.indexOf('\n')) {
      const line = this.#pending.slice(0, end)
      this.#pending = this.#pending.slice(end + 1)
      const [, code = '', separator = ' ', words = ''] = LINE.exec(line.slice(0, LINE_MAX_CHARACTERS).trimEnd()) ?? []
      this.#lines.push(words)
      if (code === '' || end > LINE_MAX_CHARACTERS || this.#lines.length > MOST_LINES) return 'malformed'
      if (separator === ' ') return this.#complete(Number(code))
    }
    return this.#pending.length > LINE_MAX_CHARACTERS ? 'malformed' : undefined
  }

  /** Whether something has come that belongs to no reply yet. */
  get holdsMore(): boolean {
    return this.#pending !== '' || this.#lines.length > 0
  }

  #complete(code: number): Reply {
    const lines = this.#lines
    this.#lines = []
    return { code, enhanced: ENHANCED.exec(lines.at(-1) ?? '')?.[0], lines }
  }
}
