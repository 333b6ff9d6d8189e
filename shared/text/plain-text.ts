import { Parser } from 'htmlparser2'

const PARAGRAPHS = new Set([
  'p',
  'div',
  'section',
  'article',
  'header',
  'footer',
  'table',
  'ul',
  'ol',
  'blockquote',
  'pre',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
])
const LINES = new Set(['tr', 'li', 'dt', 'dd'])
const UNSEEN = new Set(['script', 'style', 'head', 'title', 'template', 'noscript'])

/** How many ends of line an element puts around itself. */
function lineEnds(name: string): number {
  if (PARAGRAPHS.has(name)) return 2
  return LINES.has(name) ? 1 : 0
}

/** Collects text with as few line ends between the pieces as their elements ask for. */
class PlainText {
  #text = ''
  #owedLineEnds = 0
  #owedSpace = false

  breakLine(lineEnds: number): void {
    this.#owedLineEnds = Math.max(this.#owedLineEnds, lineEnds)
  }

  /** A line end that was asked for, rather than owed to an element: two of them make an empty line. */
  endLine(): void {
    this.#owedLineEnds += 1
  }

  add(text: string): void {
    const words = text.replaceAll(/\s+/g, ' ')
    if (words === ' ' || words === '') {
      this.#owedSpace ||= words === ' '
      return
    }
    this.#pay(words.startsWith(' '))
    this.#text += words.trim()
    this.#owedSpace = words.endsWith(' ')
  }

  #pay(space: boolean): void {
    if (this.#text !== '') {
      if (this.#owedLineEnds > 0) this.#text += '\n'.repeat(this.#owedLineEnds)
      else if (this.#owedSpace || space) this.#text += ' '
    }
    this.#owedLineEnds = 0
    this.#owedSpace = false
  }

  toString(): string {
    return this.#text
  }
}

/**
 * The plain text that stands beside an HTML e-mail: what it says without its markup, paragraphs kept apart, list
 * items marked, and a link's address after its words. Seed 000 asks for one with every HTML mail.
 */
export function htmlToPlainText(html: string): string {
  const plain = new PlainText()
  const addresses: (string | undefined)[] = []
  let unseen = 0
  const parser = new Parser({
    onopentag(name, attributes) {
      if (UNSEEN.has(name)) unseen++
      plain.breakLine(lineEnds(name))
      if (name === 'br') plain.endLine()
      if (name === 'li') plain.add('- ')
      if (name === 'img' && attributes.alt) plain.add(attributes.alt)
      if (name === 'a') addresses.push(attributes.href)
    },
    ontext(text) {
      if (unseen === 0) plain.add(text)
    },
    onclosetag(name) {
      if (UNSEEN.has(name)) unseen--
      if (name === 'a') {
        const address = addresses.pop()
        if (address && !plain.toString().endsWith(address)) plain.add(` (${address})`)
      }
      plain.breakLine(lineEnds(name))
    },
  })
  parser.end(html)
  return plain.toString()
}
