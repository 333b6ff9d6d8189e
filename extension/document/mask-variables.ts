import type { Range } from './ranges.ts'

/** A text made JSON, of the same length, and the parts of it that are not known. */
type MaskedText = { readonly text: string; readonly holes: readonly Range[] }

/** What can stand beside a variable in one value, as in `{{hours}}00`. */
const WORD = /[\w.+-]/

/**
 * What a variable stands between. The shortest, `{{}}`, is as long as the shortest string with something in it that stays
 * one.
 */
type Delimiters = readonly (readonly [open: string, close: string])[]

/** The variables of most clients. */
const VARIABLES: Delimiters = [['{{', '}}']]

/** Those of Insomnia, which has what its functions give between other marks: `{% uuid 'v4' %}`. */
export const INSOMNIA_VARIABLES: Delimiters = [...VARIABLES, ['{%', '%}']]

/** Where the variable at an offset ends; `undefined` where none starts there, or it does not end on its line. */
function variableEnd(text: string, at: number, delimiters: Delimiters): number | undefined {
  const found = delimiters.find(([open]) => text.startsWith(open, at))
  if (!found) return undefined
  const [open, close] = found
  for (let end = at + open.length; end < text.length && text[end] !== '\n'; end++) {
    if (text.startsWith(close, end)) return end + close.length
    // Two braces of JSON, of which the inner one opens an object.
    if (text.startsWith('{', end)) return undefined
  }
  return undefined
}

/** A part of a string without what would end it. */
const withoutQuotes = (text: string): string => text.replaceAll(/["\\\t\r]/g, ' ')

/** Reads a body from left to right and writes it as JSON. */
class Masking {
  readonly #text: string
  readonly #holes: Range[] = []
  readonly #parts: string[] = []
  /** The brackets that are open. */
  readonly #open: string[] = []
  /** The last character that is neither space nor in a string. */
  #before = ''
  #at = 0
  readonly #delimiters: Delimiters

  constructor(text: string, delimiters: Delimiters) {
    this.#text = text
    this.#delimiters = delimiters
  }

  run(): MaskedText {
    while (this.#at < this.#text.length) this.#step()
    return { text: this.#parts.join(''), holes: this.#holes }
  }

  #variableEnd(at: number): number | undefined {
    return variableEnd(this.#text, at, this.#delimiters)
  }

  #write(part: string, until: number): void {
    this.#parts.push(part)
    this.#at = until
  }

  #step(): void {
    const character = this.#text.charAt(this.#at)
    if (character === '"') this.#string()
    else if (WORD.test(character) || this.#variableEnd(this.#at) !== undefined) this.#word()
    else this.#mark(character)
  }

  #mark(character: string): void {
    if (character === '{' || character === '[') this.#open.push(character)
    if (character === '}' || character === ']') this.#open.pop()
    if (character.trim() !== '') this.#before = character
    this.#write(character, this.#at + 1)
  }

  /** A string, whose variables may have quotes of their own. */
  #string(): void {
    const start = this.#at
    let from = start
    let at = start + 1
    while (at < this.#text.length && this.#text[at] !== '"' && this.#text[at] !== '\n') {
      const end = this.#variableEnd(at)
      if (end === undefined) {
        at += this.#text[at] === '\\' ? 2 : 1
        continue
      }
      this.#write(this.#text.slice(from, at) + withoutQuotes(this.#text.slice(at, end)), end)
      this.#holes.push({ start: at, end })
      from = end
      at = end
    }
    const end = Math.min(this.#text[at] === '"' ? at + 1 : at, this.#text.length)
    this.#write(this.#text.slice(from, end), end)
    this.#before = '"'
  }

  /** Variables and what touches them: one value, or, where a member's name would stand, any members. */
  #word(): void {
    const start = this.#at
    let end = start
    let hasVariable = false
    while (end < this.#text.length) {
      const after = this.#variableEnd(end)
      if (after === undefined && !WORD.test(this.#text.charAt(end))) break
      hasVariable ||= after !== undefined
      end = after ?? end + 1
    }
    const word = this.#text.slice(start, end)
    if (!hasVariable) this.#write(word, end)
    else if (this.#standsForMembers(end)) this.#writeMembers(word, start, end)
    else {
      this.#holes.push({ start, end })
      this.#write(`"${withoutQuotes(word.slice(1, -1))}"`, end)
    }
    this.#before = 'a'
  }

  #standsForMembers(end: number): boolean {
    if (this.#open.at(-1) !== '{' || (this.#before !== '{' && this.#before !== ',')) return false
    return /^\s*[,}]/.test(this.#text.slice(end, end + 100))
  }

  #writeMembers(word: string, start: number, end: number): void {
    const name = withoutQuotes(word.slice(1, -3))
    this.#holes.push({ start, end: end - 2 })
    this.#write(`"${name}":0`, end)
  }
}

/**
 * Makes JSON of a body with variables (`{{token}}`, `{{$guid}}`): outside strings each becomes a string of the same
 * length, so that every offset stays what it was.
 */
export function maskVariables(text: string, delimiters = VARIABLES): MaskedText {
  const hasAny = delimiters.some(([open]) => text.includes(open))
  return hasAny ? new Masking(text, delimiters).run() : { text, holes: [] }
}
