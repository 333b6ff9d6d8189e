import { resolveCharacterReferences } from './html/character-references.ts'
import { scanHtml } from './html/scan-html.ts'

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

  endsWith(text: string): boolean {
    return this.#text.endsWith(text)
  }

  toString(): string {
    return this.#text
  }
}

/** An attribute's value, whichever way it is quoted. */
function attribute(attributes: string, name: string): string | undefined {
  const [, double, single, bare] =
    new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes) ?? []
  const value = double ?? single ?? bare
  return value === undefined ? undefined : resolveCharacterReferences(value)
}

/**
 * The plain text that stands beside an HTML e-mail: what it says without its markup, paragraphs kept apart, list
 * items marked, and a link's address after its words. Seed 000 asks for one with every HTML mail.
 */
export function htmlToPlainText(html: string): string {
  const plain = new PlainText()
  const addresses: (string | undefined)[] = []
  let unseen = 0
  for (const piece of scanHtml(html)) {
    if (piece.kind === 'text') {
      if (unseen === 0) plain.add(resolveCharacterReferences(piece.text))
      continue
    }
    const { name, attributes } = piece
    if (UNSEEN.has(name)) unseen = piece.kind === 'open' ? unseen + 1 : Math.max(0, unseen - 1)
    if (piece.kind === 'close' && name === 'a') {
      const address = addresses.pop()
      if (address && !plain.endsWith(address)) plain.add(` (${address})`)
    }
    plain.breakLine(lineEnds(name))
    if (piece.kind === 'close') continue
    if (name === 'br') plain.endLine()
    if (name === 'li') plain.add('- ')
    if (name === 'img') plain.add(attribute(attributes, 'alt') ?? '')
    if (name === 'a') addresses.push(attribute(attributes, 'href'))
  }
  return plain.toString()
}
