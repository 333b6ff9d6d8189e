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
  /** In `$@"…"` of C#, where quotes and braces are doubled. */
  | 'interpolated-verbatim'
  /** In `"""…"""` of C#. */
  | 'raw'
  /** In a template of a script that is tagged `String.raw`. */
  | 'raw-backtick'
  /** In a string of Kotlin, where a dollar sign may fill something in. */
  | 'template'
  /** In `"""…"""` of Java, with backslashes, where blanks at the ends of a line mean nothing. */
  | 'text-block'
  /** In `"""…"""` of Kotlin. */
  | 'raw-template'
  /** In `'…'` of a shell, where nothing is escaped. */
  | 'shell-single'
  /** In `"…"` of a shell, where dollar signs and backticks fill something in. */
  | 'shell-double'
  /** In `$'…'` of a shell, with backslashes. */
  | 'shell-escaped'
  /** In a here-document of a shell, where dollar signs and backticks fill something in. */
  | 'shell-here'
  /** In `'…'` of PowerShell, where a quote is doubled. */
  | 'powershell-single'
  /** In `"…"` of PowerShell, where dollar signs fill something in and a backtick escapes. */
  | 'powershell-double'
  /** In `@"…"@` of PowerShell, where quotes stand for themselves. */
  | 'powershell-here'
  /** In `'…'` of YAML, where a quote is doubled and a line end is a space. */
  | 'yaml-single'
  /** On a line of its own, as it is: no other line can be added. */
  | 'line'
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

/** The characters on each side of a place in a string; `undefined` where the string, or a part of it, ends. */
type Around = { readonly before: string | undefined; readonly after: string | undefined }

/** Whether two characters that mean something together stand side by side once a text is written between others. */
function joins(text: string, { before, after }: Around, pair: RegExp): boolean {
  const [first, last] = [text.at(0) ?? after ?? '', text.at(-1) ?? before ?? '']
  return (before !== undefined && pair.test(before + first)) || (after !== undefined && pair.test(last + after))
}

/** A dollar sign and what makes Kotlin fill something in. */
const FILLS_IN = /\$[\p{ID_Start}_{]/u

/** Quotes are counted where a raw string ends, so that one beside another, or at either end, would end it elsewhere. */
const endsElsewhere = (text: string, { before = '"', after = '"' }: Around): boolean =>
  text === '' ? before === '"' && after === '"' : joins(text, { before, after }, /""/)

/** Whether a blank is, or comes to be, the first or last character of a line. */
function touchesLineEnd(text: string, { before, after }: Around): boolean {
  const [first, last] = [text.at(0) ?? after ?? '', text.at(-1) ?? before ?? '']
  const isEnd = (unit: string | undefined): boolean => unit === undefined || unit === '\n'
  return (isEnd(before) && /[ \t]/.test(first)) || (isEnd(after) && /[ \t]/.test(last))
}

/** A text as it is written in PowerShell, which takes every kind of quotation mark for a quote. */
const inPowershell = (text: string, escaped: RegExp, by: string): string | undefined =>
  /[\r\n\u2018-\u201e]/.test(text) ? undefined : text.replaceAll(escaped, by)

/** A text as it is written between quotes; `undefined` where it cannot be. */
export function quoted(text: string, quote: Quote, around: Around): string | undefined {
  switch (quote) {
    case 'as-is':
      return text
    case 'double':
      return escaped(text, '"')
    case 'single':
      return escaped(text, "'")
    case 'backtick':
      return joins(text, around, /\$\{/) ? undefined : escaped(text, '`').replaceAll('${', '\\${')
    case 'raw-backtick':
      return /`|\$\{/.test(text) || joins(text, around, /\$\{|\\`/) ? undefined : text
    case 'verbatim':
      return text.replaceAll('"', '""')
    case 'interpolated-verbatim':
      return text.replaceAll(/["{}]/g, '$&$&')
    case 'interpolated':
      return escaped(text, '"').replaceAll(/[{}]/g, '$&$&')
    case 'raw':
      return /"""|[\r\n{}]/.test(text) || endsElsewhere(text, around) || joins(text, around, /\{\{|\}\}/)
        ? undefined
        : text
    case 'text-block':
      return touchesLineEnd(text, around) ? undefined : escaped(text, '"')
    case 'template':
      return joins(text, around, FILLS_IN) ? undefined : escaped(text, '"').replaceAll('$', '\\$')
    case 'raw-template':
      return /"""|[\r\n$]/.test(text) || endsElsewhere(text, around) || joins(text, around, FILLS_IN) ? undefined : text
    case 'shell-single':
      return text.replaceAll("'", String.raw`'\''`)
    case 'shell-double':
      return text.replaceAll(/["$`\\]/g, String.raw`\$&`)
    case 'shell-escaped':
      return escaped(text, "'")
    case 'shell-here':
      return text.replaceAll(/[$`\\]/g, String.raw`\$&`)
    case 'powershell-single':
      return inPowershell(text, /'/g, "''")
    case 'powershell-double':
      return inPowershell(text, /["$`]/g, '`$&')
    case 'powershell-here':
      return inPowershell(text, /[$`]/g, '`$&')
    case 'yaml-single':
      return /[\r\n]/.test(text) ? undefined : text.replaceAll("'", "''")
    case 'line':
      return /[\r\n]/.test(text) ? undefined : text
    case 'name':
      return /^[\p{L}\p{N}_$]*$/u.test(text) ? text : undefined
    case 'number':
      return /^[\d.]*$/.test(text) ? text : undefined
  }
}
