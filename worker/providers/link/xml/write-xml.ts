/** What XML 1.0 has no way to write. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u

/** All that must not stand as it is: markup, and whatever depends on an encoding. */
const TO_REFERENCE = /[^\x20-\x7e]|[&<>"']/gu

/** Whether a text can be written at all. */
export const isWritable = (text: string): boolean => !UNWRITABLE.test(text)

/**
 * A text as the content of an element. All beyond ASCII becomes a numeric reference, which means the same whatever
 * encoding the reader believes in.
 */
export function escapeText(text: string): string {
  if (!isWritable(text)) throw new Error('The text holds a character that XML cannot carry')
  return text.replaceAll(TO_REFERENCE, (character) => `&#x${character.codePointAt(0)?.toString(16).toUpperCase()};`)
}

/** An element with text, or with elements already written. */
export const element = (name: string, written: string): string => `<${name}>${written}</${name}>`
