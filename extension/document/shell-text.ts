import { readEscape } from './escapes.ts'
import type { Range } from './ranges.ts'
import { filledEnd } from './shell-filled.ts'
import type { PlaceholderEnd } from './shell-placeholders.ts'
import type { ShellWord, WordPart } from './shell-words.ts'
import { TextBuilder } from './text-builder.ts'

/** A variable as the body of an `.http` file has them. */
const VARIABLE = '{{a}}'

/** What a backslash says between double quotes; elsewhere there it stands for itself. */
const ESCAPED_IN_DOUBLE = /\\([\\"$`])|\\\r?\n/y

/** The same in a here-document, where a quote means nothing. */
const ESCAPED_IN_HERE = /\\([\\$`])|\\\r?\n/y

/** Reads a pattern at an offset. */
function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** A line end behind a backslash is left out. */
const withoutLineEnd = (unit: string): string => (unit === '\n' ? '' : unit)

/** A part of a shell's text, and how it is quoted; a here-document stands in no quotes, and fills in what they do. */
type ShellPart = Range & { readonly quote: WordPart['quote'] | 'shell-here' }

/** Hands the value of a part between quotes to a builder. */
function decodePart(
  text: string,
  { start, end, quote }: ShellPart,
  builder: TextBuilder,
  replaced?: PlaceholderEnd,
): void {
  const from = builder.length
  let at = start
  let copied = start
  const write = (value: string, to: number): void => {
    builder.copy(copied, at)
    builder.write(value, { start: at, end: to })
    at = to
    copied = to
  }
  const escapes = quote === 'shell-here' ? ESCAPED_IN_HERE : ESCAPED_IN_DOUBLE
  const isDouble = quote === 'shell-double' || quote === 'shell-here'
  while (at < end && (replaced || quote !== 'shell-single')) {
    const replacedTo = replaced?.(text, at)
    if (replacedTo !== undefined) {
      write(VARIABLE, Math.min(replacedTo, end))
      continue
    }
    if (quote === 'shell-single') {
      at++
      continue
    }
    const place = isDouble ? 'in double quotes' : 'in no quotes'
    const filled = quote === 'shell-escaped' ? undefined : filledEnd(text, at, place, end)
    if (filled !== undefined) {
      write(VARIABLE, filled)
      continue
    }
    const escaped = text[at] === '\\' && isDouble ? matchAt(escapes, text, at) : null
    if (escaped) write(escaped[1] ?? '', at + escaped[0].length)
    else if (text[at] === '\\' && quote === 'shell-escaped') {
      const { text: value, end: to } = readEscape(text, at, 'shell')
      write(value, Math.min(to, end))
    } else if (text[at] === '\\' && quote === 'none') write(withoutLineEnd(text.charAt(at + 1)), Math.min(at + 2, end))
    else at++
  }
  builder.copy(copied, end)
  if (quote !== 'none') builder.writable(from, { start, end }, quote)
}

/**
 * The value of a word, from an offset of the file on.
 *
 * @param replaced what something else is put in the place of, before the shell's command gets the word
 */
export function contentOf(text: string, { parts }: Pick<ShellWord, 'parts'>, from: number, replaced?: PlaceholderEnd) {
  const builder = new TextBuilder(text)
  for (const part of parts)
    if (part.end >= from) decodePart(text, { ...part, start: Math.max(part.start, from) }, builder, replaced)
  return builder.result()
}

/** The value of a here-document in which variables are filled in. */
export function hereContentOf(text: string, range: Range) {
  const builder = new TextBuilder(text)
  decodePart(text, { ...range, quote: 'shell-here' }, builder)
  return builder.result()
}
