/** A server's answer to one command. RFC 5321 4.2. */
export type Reply = {
  readonly code: number
  /** The enhanced status code, such as `5.1.1`, where the server gives one. RFC 3463. */
  readonly enhanced: string | undefined
  /** What the lines say after their codes: the server's own words, never logged and never shown. */
  readonly lines: readonly string[]
}

/** More than any server has to say; one that goes on is not listened to. */
const REPLY_MAX_CHARACTERS = 65_536

const LINE = /^([2-5]\d\d)(?:([ -])(.*))?$/
const ENHANCED = /^[245]\.\d{1,3}\.\d{1,3}(?=\s|$)/

/** Puts replies together from the pieces they arrive in. */
export class ReplyReader {
  #pending = ''
  #lines: string[] = []

  /** Takes in a piece, and gives the reply that it completes, if any. */
  read(piece: string): Reply | 'malformed' | undefined {
    this.#pending += piece
    if (this.#pending.length > REPLY_MAX_CHARACTERS) return 'malformed'
    for (let end = this.#pending.indexOf('\n'); end >= 0; end = this.#pending.indexOf('\n')) {
      const [, code = '', separator = ' ', words = ''] = LINE.exec(this.#pending.slice(0, end).trimEnd()) ?? []
      this.#pending = this.#pending.slice(end + 1)
      this.#lines.push(words)
      if (code === '' || this.#lines.join('').length > REPLY_MAX_CHARACTERS) return 'malformed'
      if (separator === ' ') return this.#complete(Number(code))
    }
    return undefined
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
