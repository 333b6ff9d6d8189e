/** Every space that a pattern knows: people write them between the digits of a number, and so do programs that set text. */
const SPACES = [
  ...['\t', '\n', '\v', '\f', '\r', ' ', '\u00a0', '\u1680', '\u2000', '\u2001', '\u2002', '\u2003', '\u2004'],
  ...['\u2005', '\u2006', '\u2007', '\u2008', '\u2009', '\u200a', '\u2028', '\u2029', '\u202f', '\u205f', '\u3000'],
  '\ufeff',
]

/** Hyphens, with the one that breaks no line. */
const HYPHENS = ['-', '\u2010', '\u2011']

/** One of those, or none, as a pattern. */
const oneOf = (characters: readonly string[]): string => `[${characters.join('').replace('-', String.raw`\-`)}]?`

/** What people write between the digits of a number, in a reference of theirs. */
export const BETWEEN_DIGITS = {
  phone: oneOf(SPACES),
  person: oneOf([...SPACES, ...HYPHENS]),
  organization: oneOf(SPACES),
} as const

/** A text as JSON writes it, without its quotes. */
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1)

/** All that may stand between digits, as it stands in stored JSON. */
export const SEPARATORS: readonly string[] = [...SPACES, ...HYPHENS].map(inJson)

/** What stored JSON has of a text once all separators are taken out of it. */
export const squeezedInJson = (text: string): string =>
  SEPARATORS.reduce((left, separator) => left.replaceAll(separator, ''), inJson(text))

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-f]{4})/gi

/** JSON with its characters in place of their escapes: for what is looked for in it, whether it can be read or not. */
export const withoutEscapes = (json: string): string =>
  json.replaceAll(ESCAPE, (written) => String(JSON.parse(`"${written}"`)))
