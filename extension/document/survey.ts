import { isDigit, type Survey, stringEnd } from './scan.ts'

const QUOTE = 0x22
const COLON = 0x3a
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d

/** Counts a text's members and levels, and looks for digits, in one pass: a hundred thousand brackets must not reach a parser. */
export function survey(text: string): Survey {
  let members = 0
  let depth = 0
  let deepest = 0
  let digits = false
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at)
    if (unit === QUOTE) {
      at = stringEnd(text, at)
      continue
    }
    if (unit === COLON) members++
    else if (unit === OPEN_BRACE || unit === OPEN_BRACKET) {
      depth++
      if (depth > deepest) deepest = depth
    } else if (unit === CLOSE_BRACE || unit === CLOSE_BRACKET) depth--
    else digits ||= isDigit(unit)
    at++
  }
  return { members, depth: deepest, digits }
}
