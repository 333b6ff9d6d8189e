import type { Quote } from './quoting.ts'
import type { Range } from './ranges.ts'
import { filledEnd } from './shell-filled.ts'

/** How a part of a shell's word is quoted. */
type ShellQuote = Extract<Quote, 'shell-single' | 'shell-double' | 'shell-escaped'> | 'none'

/** A part of a word: what stands between its quotes, or without any. */
export type WordPart = Range & { readonly quote: ShellQuote }

/** A word of a shell's command: parts without a space between them. */
export type ShellWord = {
  readonly parts: readonly WordPart[]
  readonly end: number
  /** Whether all its quotes are closed. */
  readonly isWhole: boolean
}

const ENDS_WORD = /[\s;|&()<>]/

/** Where a part that opens at a quote ends, its closing quote left off. */
function quoteEnd(text: string, start: number, quote: ShellQuote): number {
  const closes = quote === 'shell-double' ? '"' : "'"
  for (let at = start; at < text.length; at++) {
    if (text[at] === closes) return at
    if (text[at] === '\\' && quote !== 'shell-single') at++
    else if (quote === 'shell-double') at = (filledEnd(text, at, 'in double quotes') ?? at + 1) - 1
  }
  return text.length
}

/** Where a part without quotes ends. */
function plainEnd(text: string, start: number): number {
  let end = start
  while (end < text.length && !ENDS_WORD.test(text.charAt(end)) && text[end] !== "'" && text[end] !== '"')
    end = filledEnd(text, end, 'in no quotes') ?? end + (text[end] === '\\' ? 2 : 1)
  return Math.min(Math.max(end, start + 1), text.length)
}

/** A part, where it ends with its quotes, and whether they are closed. */
type ReadPart = { readonly part: WordPart; readonly end: number; readonly isWhole: boolean }

function partAt(text: string, at: number): ReadPart {
  const opens = text[at] === '$' && (text[at + 1] === "'" || text[at + 1] === '"') ? at + 1 : at
  const quote = text[opens]
  if (quote === "'" || quote === '"') {
    const kind = quote === '"' ? 'shell-double' : opens > at ? 'shell-escaped' : 'shell-single'
    const end = quoteEnd(text, opens + 1, kind)
    return {
      part: { start: opens + 1, end, quote: kind },
      end: Math.min(end + 1, text.length),
      isWhole: end < text.length,
    }
  }
  const end = plainEnd(text, at)
  return { part: { start: at, end, quote: 'none' }, end, isWhole: true }
}

/** The word that starts at an offset. */
function wordAt(text: string, start: number): ShellWord {
  const parts: WordPart[] = []
  let at = start
  let isWhole = true
  while (at < text.length && !ENDS_WORD.test(text.charAt(at))) {
    const read = partAt(text, at)
    parts.push(read.part)
    at = read.end
    isWhole &&= read.isWhole
  }
  return { parts, end: at, isWhole }
}

/** Spaces, and line ends behind what says that the line goes on: a backslash, or the backtick of PowerShell. */
const BETWEEN = /(?:[ \t]|[\\`^]\r?\n)*/y

/** The words of a command, from an offset to its end: a line end, or what begins another command. */
export function* wordsOf(text: string, start: number): Iterable<ShellWord> {
  let at = start
  while (at < text.length) {
    BETWEEN.lastIndex = at
    BETWEEN.test(text)
    at = BETWEEN.lastIndex
    if (at >= text.length || ENDS_WORD.test(text.charAt(at))) return
    const word = wordAt(text, at)
    yield word
    at = word.end
  }
}
