const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])

/** A text as HTML, in an element or an attribute. */
export const toHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES.get(character) ?? '')

/** The id of a heading: its words in lower case. */
export const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

/** Code as HTML that may be broken between the words of its names, and only there. */
export const breakable = (html: string): string =>
  html.replace(/(?<=<code>)[^<]*/g, (code) => code.replace(/(?<=[a-z\]])(?=[A-Z])|(?=\.)|(?<=[_/])/g, '<wbr>'))
