/** What a shell is in the middle of: a command, a variable with words of its own, quotes, or a command in backticks. */
type Mode = 'command' | 'variable' | 'quoted variable' | 'double' | 'backtick'

const CLOSES: Readonly<Record<Mode, string>> = {
  command: ')',
  variable: '}',
  'quoted variable': '}',
  double: '"',
  backtick: '`',
}

/** Levels that are followed: an expression that never ends is soon given up, and not looked through again and again. */
const DEPTH_MAX = 16

/** UTF-16 units of an expression: it may have a here-document with a whole request. */
const EXPRESSION_MAX_UNITS = 20_000

const NAME = /\$(?:\w+|[@*#?!$-])/y
const HERE_DOCUMENT = /<<-?[ \t]*['"\\]?([A-Za-z_]\w{0,100})['"]?/y

/** Where a quote closes, or nothing. */
function closingQuote(text: string, start: number, quote: 'shell-single' | 'shell-escaped'): number | undefined {
  for (let at = start; at < text.length; at++) {
    if (quote === 'shell-escaped' && text[at] === '\\') at++
    else if (text[at] === "'") return at
  }
  return undefined
}

/** Follows an expression through all that is nested in it. */
class Expression {
  readonly #text: string
  readonly #modes: Mode[]
  /** The words that end here-documents whose lines have not begun. */
  #hereDocuments: string[] = []

  constructor(text: string, mode: Mode) {
    this.#text = text
    this.#modes = [mode]
  }

  /** Where it ends, from behind what opens it; nothing where it does not. */
  end(start: number, limit: number): number | undefined {
    const stop = Math.min(limit, start + EXPRESSION_MAX_UNITS)
    let at: number | undefined = start
    while (at !== undefined && at < stop) {
      at = this.#step(at)
      if (this.#modes.length === 0) return at
      if (this.#modes.length > DEPTH_MAX) return undefined
    }
    return undefined
  }

  #open(mode: Mode, next: number): number {
    this.#modes.push(mode)
    return next
  }

  #step(at: number): number | undefined {
    const mode = this.#modes.at(-1) ?? 'command'
    const character = this.#text.charAt(at)
    if (character === '\\') return at + 2
    if (character === CLOSES[mode]) {
      this.#modes.pop()
      return at + 1
    }
    if (mode === 'backtick') return at + 1
    if (character === '`') return this.#open('backtick', at + 1)
    const isQuoted = mode === 'double' || mode === 'quoted variable'
    if (character === '$') return this.#dollar(at, isQuoted)
    if (character === '"' && mode !== 'quoted variable') return this.#open('double', at + 1)
    return isQuoted ? at + 1 : this.#word(at, mode)
  }

  #dollar(at: number, isQuoted: boolean): number | undefined {
    const next = this.#text[at + 1]
    if (next === '(') return this.#open('command', at + 2)
    if (next === '{') return this.#open(isQuoted ? 'quoted variable' : 'variable', at + 2)
    if (next !== "'" || isQuoted) return at + 1
    const closes = closingQuote(this.#text, at + 2, 'shell-escaped')
    return closes === undefined ? undefined : closes + 1
  }

  /** What stands in no quotes. */
  #word(at: number, mode: Mode): number | undefined {
    const character = this.#text.charAt(at)
    if (character === "'") {
      const closes = closingQuote(this.#text, at + 1, 'shell-single')
      return closes === undefined ? undefined : closes + 1
    }
    if (mode !== 'command') return at + 1
    if (character === '(') return this.#open('command', at + 1)
    if (character === '#' && /\s/.test(this.#text.charAt(at - 1))) return this.#lineEnd(at)
    if (character === '<') return this.#redirection(at)
    return character === '\n' ? this.#lineStart(at + 1) : at + 1
  }

  #lineEnd(at: number): number {
    const end = this.#text.indexOf('\n', at)
    return end < 0 ? this.#text.length : end
  }

  #redirection(at: number): number {
    if (this.#text.startsWith('<<<', at)) return at + 3
    HERE_DOCUMENT.lastIndex = at
    const word = HERE_DOCUMENT.exec(this.#text)?.[1]
    if (word === undefined) return at + 1
    this.#hereDocuments.push(word)
    return HERE_DOCUMENT.lastIndex
  }

  /** Passes the here-documents that begin with a line. */
  #lineStart(start: number): number | undefined {
    let at = start
    for (const word of this.#hereDocuments) {
      const ends = new RegExp(`^\\t*${word}\\r?$`, 'gm')
      const lines = this.#text.slice(at, at + EXPRESSION_MAX_UNITS)
      const found = ends.exec(lines)
      if (!found) return undefined
      at += found.index + found[0].length
    }
    this.#hereDocuments = []
    return at
  }
}

/**
 * Where what a shell fills in at an offset ends: a variable, or what a command prints, whatever is nested in it.
 * `undefined` where nothing is filled in.
 *
 * @param place where it stands: between double quotes a single one means nothing
 */
export function filledEnd(
  text: string,
  at: number,
  place: 'in double quotes' | 'in no quotes',
  limit = text.length,
): number | undefined {
  const next = text[at + 1]
  if (text[at] === '`')
    return /[\r\n]/.test(next ?? '\n') ? undefined : new Expression(text, 'backtick').end(at + 1, limit)
  if (text[at] !== '$') return undefined
  if (next === '(') return new Expression(text, 'command').end(at + 2, limit)
  if (next === '{')
    return new Expression(text, place === 'in no quotes' ? 'variable' : 'quoted variable').end(at + 2, limit)
  NAME.lastIndex = at
  return NAME.test(text) ? Math.min(NAME.lastIndex, limit) : undefined
}
