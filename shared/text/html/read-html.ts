import { QuoteType, Tokenizer, type TokenizerCallbacks } from 'htmlparser2'

/** What a text of HTML consists of, as it is met: words with their references resolved, and tags in lower case. */
export type HtmlListener = {
  readonly text: (words: string) => void
  readonly open: (name: string, attributes: ReadonlyMap<string, string>) => void
  readonly close: (name: string) => void
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map()

/** Puts the tokenizer's offsets together to names, values and words. */
class TokenReader implements TokenizerCallbacks {
  readonly #html: string
  readonly #listener: HtmlListener
  #element = ''
  #attributes: Map<string, string> | undefined
  #attribute = ''
  #value = ''

  constructor(html: string, listener: HtmlListener) {
    this.#html = html
    this.#listener = listener
  }

  ontext(start: number, end: number): void {
    this.#listener.text(this.#html.slice(start, end))
  }

  ontextentity(codePoint: number): void {
    this.#listener.text(String.fromCodePoint(codePoint))
  }

  onopentagname(start: number, end: number): void {
    this.#element = this.#html.slice(start, end).toLowerCase()
    this.#attributes = undefined
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#html.slice(start, end).toLowerCase()
    this.#value = ''
  }

  onattribdata(start: number, end: number): void {
    this.#value += this.#html.slice(start, end)
  }

  onattribentity(codePoint: number): void {
    this.#value += String.fromCodePoint(codePoint)
  }

  onattribend(quote: QuoteType): void {
    this.#attributes ??= new Map()
    // Of two equal names the first counts (HTML Living Standard, 13.2.5.33).
    if (!this.#attributes.has(this.#attribute))
      this.#attributes.set(this.#attribute, quote === QuoteType.NoValue ? '' : this.#value)
  }

  onopentagend(): void {
    this.#listener.open(this.#element, this.#attributes ?? NO_ATTRIBUTES)
  }

  onselfclosingtag(): void {
    this.onopentagend()
  }

  onclosetag(start: number, end: number): void {
    this.#listener.close(this.#html.slice(start, end).toLowerCase())
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}
}

/**
 * Reads HTML as browsers tokenize it, however broken it is, in time in proportion to its length.
 *
 * It builds no tree: 100,000 nested tags are 100,000 tags, and no stack that could overflow.
 */
export function readHtml(html: string, listener: HtmlListener): void {
  const tokenizer = new Tokenizer({}, new TokenReader(html, listener))
  tokenizer.write(html)
  tokenizer.end()
}
