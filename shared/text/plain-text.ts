import { LISTS, lineEndsAround, PREFORMATTED, UNSEEN_ELEMENTS } from './html/elements.ts'
import { Lists } from './html/lists.ts'
import { type HtmlListener, readHtml } from './html/read-html.ts'
import { TextLayout } from './html/text-layout.ts'

/** A link whose words are being read. */
type OpenLink = { readonly address: string; words: string }

/** Addresses that lead to nothing outside of the mail. */
const NO_ADDRESS = /^(?:#|javascript:|$)/i

/** What an address may have that its words leave out, as `https://example.com/` does for `example.com`. */
const UNSAID = /^(?:https?:\/\/|mailto:|tel:|sms:)|\/$/gi

const isSaid = ({ address, words }: OpenLink): boolean =>
  words.trim().replaceAll(UNSAID, '') === address.replaceAll(UNSAID, '')

/** Turns the tags and words of HTML into text. */
class PlainText implements HtmlListener {
  readonly layout = new TextLayout()
  readonly #lists = new Lists()
  #link: OpenLink | undefined
  /** The element whose content is not shown, and how many of its name are open in it. */
  #unseen = { name: '', depth: 0 }
  #preformatted = 0
  /** A line end at the start of a `pre` is no part of its text (HTML Living Standard, 13.2.6.4.7). */
  #dropsLineEnd = false

  readonly text = (text: string): void => {
    if (this.#unseen.depth > 0 || text === '') return
    const words = this.#dropsLineEnd ? text.replace(/^\r?\n/, '') : text
    this.#dropsLineEnd = false
    if (this.#link) this.#link.words += words
    if (this.#preformatted > 0) this.layout.addPreformatted(words)
    else this.layout.add(words)
  }

  readonly open = (name: string, attributes: ReadonlyMap<string, string>): void => {
    if (this.#unseen.depth > 0) {
      if (name === this.#unseen.name) this.#unseen.depth += 1
      return
    }
    if (UNSEEN_ELEMENTS.has(name)) {
      this.#unseen = { name, depth: 1 }
      return
    }
    this.#breakAround(name)
    this.#dropsLineEnd = PREFORMATTED.has(name)
    if (PREFORMATTED.has(name)) this.#preformatted += 1
    const ordered = LISTS.get(name)
    if (ordered !== undefined) this.#lists.open(ordered, attributes.get('start'))
    if (name === 'br') this.layout.endLine()
    if (name === 'td' || name === 'th') this.layout.space()
    if (name === 'li') this.layout.mark(this.#lists.nextMarker(attributes.get('value')))
    if (name === 'img') this.layout.add(attributes.get('alt') ?? '')
    if (name === 'a') {
      this.endLink()
      this.#link = { address: attributes.get('href')?.trim() ?? '', words: '' }
    }
  }

  readonly close = (name: string): void => {
    if (this.#unseen.depth > 0) {
      if (name === this.#unseen.name) this.#unseen.depth -= 1
      return
    }
    if (name === 'a') this.endLink()
    if (LISTS.has(name)) this.#lists.close()
    if (PREFORMATTED.has(name)) this.#preformatted = Math.max(0, this.#preformatted - 1)
    if (name === 'li') this.layout.mark('')
    this.#breakAround(name)
  }

  /** Writes the address of a link after its words, where they do not say it themselves. */
  endLink(): void {
    const link = this.#link
    this.#link = undefined
    if (!link || NO_ADDRESS.test(link.address) || isSaid(link)) return
    this.layout.add(` (${link.address})`)
    if (/\s$/.test(link.words)) this.layout.space()
  }

  #breakAround(name: string): void {
    const lineEnds = lineEndsAround(name)
    if (lineEnds === 0) return
    // A list within an item begins and ends a line, and no more.
    const isInList = LISTS.has(name) && this.#lists.depth > 0
    this.layout.breakLine(isInList ? 1 : lineEnds)
  }
}

/**
 * The plain text that goes with an HTML e-mail: what it says without its markup, paragraphs and lines kept apart, cells
 * apart by a space, items marked, preformatted text as it is, and a link's address after its words. Time in proportion
 * to the length of the mail, however deep it nests. The guide asks for one with every HTML mail:
 * docs/altinn/notifications.md §3.8.
 */
export function htmlToPlainText(html: string): string {
  const plain = new PlainText()
  readHtml(html, plain)
  plain.endLink()
  return plain.layout.toString()
}
