import type { Program } from './tokens.ts'

/** What compares JSON with a part of what was sent, in tests: it may leave members out. */
const COMPARES =
  /^(?:\w*(?:equal|contain|match|assert|specif)\w*json\w*|json\w*(?:equal|contain|match|assert)\w*|tomatchobject|objectcontaining|containsubtree)$/i

/** What Spring has a request's own answer compared with. */
const OF_AN_ANSWER = /\b(?:content|expectBody)\([^()\n]{0,80}\)\s*\.\s*json\s*\($/

/** A name that is called, or stands as an infix before what it compares with. */
const CALLED = /[\w$]+(?=\s*(?:[(.]|$))/g

/** Where a statement begins at the latest: a line goes on in the next one that begins with a dot. */
const BEGINS = /[;{}]|\n(?!\s*(?:\.|$))/

/** UTF-16 units before a text in which the call stands that compares with it. */
const BEFORE_UNITS = 200

/** The end of a statement that goes on at an offset. */
const statementBefore = (source: string, at: number): string =>
  source
    .slice(Math.max(0, at - BEFORE_UNITS), at)
    .split(BEGINS)
    .at(-1) ?? ''

const comparesAt = (source: string, at: number): boolean => {
  const statement = statementBefore(source, at)
  return OF_AN_ANSWER.test(statement) || (statement.match(CALLED) ?? []).some((name) => COMPARES.test(name))
}

/** Whether a program compares a text with what was sent: as a part of it, it is no request, and lacks nothing. */
export function isCompared({ source, tokens, around }: Program, at: number): boolean {
  const opens = tokens[around[at] ?? -1]
  return comparesAt(source, tokens[at]?.start ?? 0) || (opens !== undefined && comparesAt(source, opens.start))
}
