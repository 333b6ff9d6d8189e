/** How a text is quoted in a file. */
export type Quote =
  /** It stands there as it is. */
  | 'as-is'
  /** In a string of JSON, C# or a script, with backslashes. */
  | 'double'
  | 'single'
  | 'backtick'
  /** In `@"…"` of C#, where a quote is doubled. */
  | 'verbatim'
  /** In an interpolated string of C#, where braces are doubled. */
  | 'interpolated'
  /** In `"""…"""` of C#. */
  | 'raw'
  /** In a string of Kotlin, where a dollar sign may fill something in. */
  | 'template'
  /** In `"""…"""` of Kotlin. */
  | 'raw-template'
  /** A member's name without quotes. */
  | 'name'
  /** A number without quotes. */
  | 'number'

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\\', '\\\\'],
])

const escaped = (text: string, quote: string): string =>
  text.replaceAll(/[\n\r\t\\"'`]/g, (character) =>
    character === quote ? `\\${character}` : (ESCAPES.get(character) ?? character),
  )

/** A text as it is written between quotes; `undefined` where it cannot be. */
export function quoted(text: string, quote: Quote): string | undefined {
  switch (quote) {
    case 'as-is':
      return text
    case 'double':
      return escaped(text, '"')
    case 'single':
      return escaped(text, "'")
    case 'backtick':
      return escaped(text, '`').replaceAll('${', '\\${')
    case 'verbatim':
      return text.replaceAll('"', '""')
    case 'interpolated':
      return escaped(text, '"').replaceAll(/[{}]/g, '$&$&')
    case 'raw':
      return /"""|[\r\n{}]/.test(text) ? undefined : text
    case 'template':
      return escaped(text, '"').replaceAll('$', '\\$')
    case 'raw-template':
      return /"""|[\r\n$]/.test(text) ? undefined : text
    case 'name':
      return /^[\p{L}\p{N}_$]*$/u.test(text) ? text : undefined
    case 'number':
      return /^[\d.]*$/.test(text) ? text : undefined
  }
}
