const TAB = 0x09
const LINE_FEED = 0x0a
const RETURN = 0x0d
const SPACE = 0x20
const QUOTE = 0x22
const COMMA = 0x2c
const SLASH = 0x2f
const ZERO = 0x30
const NINE = 0x39
const STAR = 0x2a
const COLON = 0x3a
const OPEN_BRACKET = 0x5b
const BACKSLASH = 0x5c
const CLOSE_BRACKET = 0x5d
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
const BYTE_ORDER_MARK = 0xfeff

const isSpace = (unit: number): boolean =>
  unit === SPACE || unit === LINE_FEED || unit === RETURN || unit === TAB || unit === BYTE_ORDER_MARK

/** Whether a UTF-16 unit is a digit of a number. */
export const isDigit = (unit: number): boolean => unit >= ZERO && unit <= NINE

/** Where the string that opens at `start` ends: after its closing quote, or at the end of the line that it leaves open. */
export function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === QUOTE) return at + 1
    if (unit === BACKSLASH) at++
    else if (unit === LINE_FEED) return at
  }
  return text.length
}

/** Where the line of an offset ends, spaces left off. */
export function endOfLine(text: string, at: number): number {
  const lineFeed = text.indexOf('\n', at)
  const line = text.slice(at, lineFeed < 0 ? text.length : lineFeed)
  return at + Math.max(line.trimEnd().length, Math.min(1, text.length - at))
}

/** Where the comment at `start` ends; `start` itself where there is none. */
function commentEnd(text: string, start: number): number {
  const next = text.charCodeAt(start + 1)
  if (next === SLASH) {
    const end = text.indexOf('\n', start)
    return end < 0 ? text.length : end
  }
  if (next !== STAR) return start
  const end = text.indexOf('*/', start + 2)
  return end < 0 ? text.length : end + 2
}

/** A comment met between values. */
export type CommentSpan = { readonly start: number; readonly end: number }

/** Where the next thing that is neither space nor comment stands. Comments passed over are handed to `seen`. */
export function skipBlank(text: string, start: number, seen?: (comment: CommentSpan) => void): number {
  let at = start
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    if (isSpace(unit)) {
      at++
      continue
    }
    const end = unit === SLASH ? commentEnd(text, at) : at
    if (end === at) return at
    seen?.({ start: at, end })
    at = end
  }
  return at
}

/** What can be told of JSON text without building anything. */
export type Survey = {
  /** How many members it gives its objects, those included that a parser drops for a later one. */
  readonly members: number
  /** How deep it nests. */
  readonly depth: number
  /** Whether a digit stands outside its strings. Without one it has no number. */
  readonly digits: boolean
}

/** Where a list's element that starts at `start` ends: at the comma or bracket that follows it, spaces left off. */
type ElementEnd = {
  readonly contentEnd: number
  readonly end: number
  readonly open: boolean
  readonly survey: Survey
}

/** Passes over one element of a list without looking at what it says. */
export function skipElement(text: string, start: number): ElementEnd {
  let depth = 0
  let deepest = 0
  let members = 0
  let digits = false
  let contentEnd = start
  let at = start
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    switch (unit) {
      case SPACE:
      case LINE_FEED:
      case RETURN:
      case TAB:
        at++
        continue
      case QUOTE:
        at = stringEnd(text, at)
        break
      case OPEN_BRACE:
      case OPEN_BRACKET:
        depth++
        if (depth > deepest) deepest = depth
        at++
        break
      case COLON:
        members++
        at++
        break
      case CLOSE_BRACE:
        depth--
        at++
        break
      case CLOSE_BRACKET:
        if (depth <= 0) return { contentEnd, end: at, open: false, survey: { members, depth: deepest, digits } }
        depth--
        at++
        break
      case COMMA:
        if (depth <= 0) return { contentEnd, end: at, open: false, survey: { members, depth: deepest, digits } }
        at++
        break
      case SLASH:
        at = Math.max(commentEnd(text, at), at + 1)
        break
      default:
        digits ||= isDigit(unit)
        at++
    }
    contentEnd = at
  }
  return { contentEnd, end: text.length, open: true, survey: { members, depth: deepest, digits } }
}

/** Where a value of a text that is JSON ends. */
export function valueEnd(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; ) {
    const unit = text.charCodeAt(at)
    if (unit === QUOTE) {
      at = stringEnd(text, at)
      if (depth === 0) return at
      continue
    }
    if (unit === OPEN_BRACE || unit === OPEN_BRACKET) depth++
    else if (unit === CLOSE_BRACE || unit === CLOSE_BRACKET) {
      // A bracket that nothing opened ends what the value is in.
      if (depth === 0) return at
      depth--
      if (depth === 0) return at + 1
    } else if (depth === 0 && (unit === COMMA || isSpace(unit))) return at
    at++
  }
  return text.length
}

export const isOpenBracket = (text: string, at: number): boolean => text.charCodeAt(at) === OPEN_BRACKET

export const isCloseBracket = (text: string, at: number): boolean => text.charCodeAt(at) === CLOSE_BRACKET

export const isOpenBrace = (text: string, at: number): boolean => text.charCodeAt(at) === OPEN_BRACE

export const isQuote = (text: string, at: number): boolean => text.charCodeAt(at) === QUOTE

export const isCloseBrace = (text: string, at: number): boolean => text.charCodeAt(at) === CLOSE_BRACE

export const isComma = (text: string, at: number): boolean => text.charCodeAt(at) === COMMA
