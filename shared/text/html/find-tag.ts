import type { Span } from '../../finding.ts'
import { once } from '../../once.ts'

/** Elements whose opening tag alone is no word of any language. */
const UNMISTAKABLE = 'br|hr|p|h[1-6]|img|li|ol|ul|td|th|tr|tbody|thead|tfoot|html|div|span|em|strong|blockquote'

/** Elements that may be words in angle brackets, `<code>`, or a comparison, `a<b og b>c`. */
const AMBIGUOUS =
  'a|abbr|article|b|body|center|code|font|footer|head|header|i|link|main|meta|pre|s|section|small|style|sub|sup|' +
  'table|title|u'

/** An attribute has a name, and a value after `=`: `<b og b>` has none. */
const ATTRIBUTES = '(?:\\s+[\\w:-]+\\s*=\\s*(?:"[^"<>]*"|\'[^\'<>]*\'|[^\\s"\'<>]+))+'

const TAG = once(
  () =>
    new RegExp(
      `<(?:/(?:${UNMISTAKABLE}|${AMBIGUOUS})\\s*|(?:${UNMISTAKABLE})\\s*/?|` +
        `(?:${UNMISTAKABLE}|${AMBIGUOUS})${ATTRIBUTES}\\s*/?|!doctype[^<>]*)>|<!--`,
      'i',
    ),
)

const CLOSING_NAME = /^<\/([a-z\d]+)/i

/** Where the opening half of a closing tag stands, if there is one before it. */
function openingOf(closing: string, before: string): Span | undefined {
  const name = CLOSING_NAME.exec(closing)?.[1]
  const opening = name === undefined ? null : new RegExp(`<${name}\\b[^<>]*>`, 'i').exec(before)
  return opening ? { start: opening.index, end: opening.index + opening[0].length } : undefined
}

/**
 * Where the first tag of a text stands that cannot be anything else; `undefined` where it has none.
 *
 * An opening `<b>` is a tag only where its closing half follows.
 *
 * @example
 * findTag('Kontakt <saksbehandler> på <ola@etaten.no>') // undefined
 * findTag('Hei<br/>du') // { start: 3, end: 8 }
 */
export function findTag(text: string): Span | undefined {
  const tag = text.includes('<') ? TAG().exec(text) : null
  if (!tag) return undefined
  return openingOf(tag[0], text.slice(0, tag.index)) ?? { start: tag.index, end: tag.index + tag[0].length }
}
