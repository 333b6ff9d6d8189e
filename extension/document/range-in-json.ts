import type { Path } from '@straks/shared'
import type { About, Range } from './ranges.ts'
import {
  isCloseBrace,
  isCloseBracket,
  isComma,
  isOpenBrace,
  isOpenBracket,
  isQuote,
  skipBlank,
  stringEnd,
  valueEnd,
} from './scan.ts'
import { writtenOffsets } from './string-offsets.ts'

/** Where a value starts, and the name that it hangs on if it has one. */
type Found = { readonly start: number; readonly name?: Range }

/** Where the next member or element starts, or the bracket that ends them. */
function nextOf(text: string, end: number): number {
  const at = skipBlank(text, end)
  return isComma(text, at) ? skipBlank(text, at + 1) : at
}

/** Whether the string from one quote to the other says a name. */
function says(text: string, { start, end }: Range, name: string): boolean {
  if (end - start === name.length + 2 && text.startsWith(name, start + 1)) return !name.includes('\\')
  const written = text.slice(start, end)
  return written.includes('\\') && JSON.parse(written) === name
}

function memberOf(text: string, open: number, name: string): Found | undefined {
  if (!isOpenBrace(text, open)) return undefined
  for (let at = skipBlank(text, open + 1); !isCloseBrace(text, at); ) {
    const written = { start: at, end: stringEnd(text, at) }
    const start = skipBlank(text, skipBlank(text, written.end) + 1)
    if (says(text, written, name)) return { start, name: written }
    at = nextOf(text, valueEnd(text, start))
  }
  return undefined
}

function elementOf(text: string, open: number, index: number): Found | undefined {
  if (!isOpenBracket(text, open)) return undefined
  let passed = 0
  for (let at = skipBlank(text, open + 1); !isCloseBracket(text, at); at = nextOf(text, valueEnd(text, at)))
    if (passed++ === index) return { start: at }
  return undefined
}

/** The part of a place worth underlining: never a whole object over many lines. */
function anchorOf(text: string, { start, name }: Found): Range {
  const isScalar = !isOpenBrace(text, start) && !isOpenBracket(text, start)
  if (name && !isScalar) return name
  const end = valueEnd(text, start)
  const lineFeed = isScalar ? -1 : text.indexOf('\n', start)
  if (lineFeed < 0 || lineFeed >= end) return { start, end }
  return { start, end: text[lineFeed - 1] === '\r' ? lineFeed - 1 : lineFeed }
}

/**
 * Where a finding belongs in a text that is JSON and names no member twice: the same as by its tree, without making one. The text is gone
 * through once for each finding.
 */
export function rangeInJson(text: string, path: Path, { about, span }: About): Range {
  let found: Found = { start: skipBlank(text, 0) }
  for (const step of path) {
    const next = typeof step === 'number' ? elementOf(text, found.start, step) : memberOf(text, found.start, step)
    if (!next) return anchorOf(text, found)
    found = next
  }
  if (span && isQuote(text, found.start)) {
    const offsetOf = writtenOffsets(text, found.start, stringEnd(text, found.start) - found.start)
    const start = offsetOf(span.start)
    const end = offsetOf(span.end)
    if (end > start) return { start, end }
  }
  return about === 'name' && found.name ? found.name : anchorOf(text, found)
}
