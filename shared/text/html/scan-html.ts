/** A piece of HTML: words between the tags, or a tag. */
export type HtmlPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open' | 'close'; readonly name: string; readonly attributes: string }

/** A tag, its quoted attributes whole; one that is never closed is no tag. */
const TAG = /<(\/?)([a-z][a-z0-9-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/iy

/** Elements whose content is not markup: nothing in them is a tag but their own end. */
const RAW = new Set(['script', 'style', 'textarea', 'title'])

const COMMENT_END = '-->'

/** Where a comment, a declaration or an instruction that starts here ends; `undefined` if none starts here. */
function skipHidden(html: string, start: number): number | undefined {
  if (html.startsWith('<!--', start)) {
    const end = html.indexOf(COMMENT_END, start + 4)
    return end < 0 ? html.length : end + COMMENT_END.length
  }
  if (!html.startsWith('<!', start) && !html.startsWith('<?', start)) return undefined
  const end = html.indexOf('>', start)
  return end < 0 ? html.length : end + 1
}

/**
 * Takes HTML apart, in one pass and however broken it is. Not a parser of documents: it knows no tree, which words need
 * none of.
 */
export function* scanHtml(html: string): Generator<HtmlPiece> {
  let words = 0
  let at = html.indexOf('<')
  while (at >= 0) {
    const hidden = skipHidden(html, at)
    TAG.lastIndex = at
    const tag = hidden === undefined ? TAG.exec(html) : null
    if (hidden === undefined && !tag) {
      at = html.indexOf('<', at + 1)
      continue
    }
    if (at > words) yield { kind: 'text', text: html.slice(words, at) }
    words = hidden ?? TAG.lastIndex
    if (tag) {
      const [, slash, written = '', attributes = ''] = tag
      const name = written.toLowerCase()
      yield { kind: slash ? 'close' : 'open', name, attributes }
      if (!slash && RAW.has(name)) {
        const end = html.slice(words).search(new RegExp(`</${name}`, 'i'))
        if (end !== 0) yield { kind: 'text', text: end < 0 ? html.slice(words) : html.slice(words, words + end) }
        words = end < 0 ? html.length : words + end
      }
    }
    at = html.indexOf('<', words)
  }
  if (words < html.length) yield { kind: 'text', text: html.slice(words) }
}
