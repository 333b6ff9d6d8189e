import { fail, ok, type Result, table } from '@straks/shared'

/** An element of a document with elements or text; attributes, comments and the rest are ignored. */
export type XmlElement = { readonly name: string; readonly text: string; readonly children: readonly XmlElement[] }

/** Deeper than anything a gateway writes. */
const DEPTH_LIMIT = 16

const NAME = '[A-Za-z_][\\w.-]*'
const TOKEN = new RegExp(
  [
    String.raw`(?<skipped><\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>)`,
    String.raw`<!\[CDATA\[(?<cdata>[\s\S]*?)\]\]>`,
    String.raw`</(?<closed>${NAME})\s*>`,
    String.raw`<(?<opened>${NAME})(?:\s+${NAME}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(?<empty>/?)>`,
    '(?<text>[^<]+)',
  ].join('|'),
  'y',
)

/** The five that every document has. What a document declares of its own is not read, so nothing in it is resolved. */
const ENTITIES = table<string>({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })

function toCharacter(digits: string, radix: number): string | undefined {
  const point = Number.parseInt(digits, radix)
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined
}

/** A text with its references replaced; `undefined` where one of them means nothing. */
function unescapeText(text: string): string | undefined {
  let known = true
  const plain = text.replaceAll(
    /&(?:#x([0-9A-Fa-f]{1,6})|#(\d{1,7})|(\w{1,8}));|&/g,
    (_, hexadecimal, decimal, name) => {
      const character =
        (hexadecimal && toCharacter(hexadecimal, 16)) ||
        (decimal && toCharacter(decimal, 10)) ||
        ENTITIES.get(name ?? '')
      if (character === undefined) known = false
      return character ?? ''
    },
  )
  return known ? plain : undefined
}

type Open = { readonly name: string; text: string; readonly children: XmlElement[] }

/**
 * Reads a small document, such as a gateway writes: elements and text. Anything that is not well-formed is refused.
 *
 * Document types are passed over unread: no entity is ever defined, no address ever fetched.
 */
export function readXml(document: string): Result<XmlElement, 'malformed'> {
  const source = document.replace(/^\uFEFF/, '').trim()
  const root: Open = { name: '', text: '', children: [] }
  const path = [root]
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < source.length) {
    const groups = TOKEN.exec(source)?.groups
    const parent = path.at(-1)
    if (!groups || !parent) return fail('malformed')
    const text = groups.cdata ?? unescapeText(groups.text ?? '')
    if (text === undefined) return fail('malformed')
    parent.text += text
    if (groups.closed !== undefined) {
      if (path.length === 1 || parent.name !== groups.closed) return fail('malformed')
      path.pop()
    }
    if (groups.opened === undefined) continue
    const element: Open = { name: groups.opened, text: '', children: [] }
    parent.children.push(element)
    if (groups.empty === '' && path.push(element) > DEPTH_LIMIT) return fail('malformed')
  }
  const [only, ...more] = root.children
  return only && more.length === 0 && path.length === 1 && root.text.trim() === '' ? ok(only) : fail('malformed')
}

/** The child of a name, if there is one. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name)

/** What the child of a name says, without the space around it; `undefined` where there is none or it says nothing. */
export const childTextOf = (element: XmlElement | undefined, name: string): string | undefined =>
  childOf(element, name)?.text.trim() || undefined
