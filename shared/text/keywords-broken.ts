import { once } from '../once.ts'
import { findKeywords, KEYWORDS, type KeywordMatch } from './keywords.ts'

/** A keyword that its writing has broken, and what it was meant to be. */
type BrokenKeyword = { readonly start: number; readonly end: number; readonly name: string }

const BY_FOLDED_NAME = new Map(KEYWORDS.map(({ name }) => [name.toLowerCase(), name]))

const NAMES = KEYWORDS.map(({ name }) => name).join('|')

/** A name in the braces of another template language. */
const FOREIGN = once(
  () => new RegExp(`\\$?\\{{1,2}\\s*(${NAMES})\\s*\\}{1,2}|%(${NAMES})%|\\[\\$?(${NAMES})\\$?\\]`, 'gi'),
)

/** A name with a dollar sign on one side only. */
const HALF_OPEN = once(() => new RegExp(`\\$(${NAMES})(?![\\p{L}\\p{N}_$])|(?<![\\p{L}\\p{N}_])(${NAMES})\\$`, 'giu'))

/** Two dollar signs with a piece of text between them that is short enough to be a keyword in pieces. */
const BETWEEN_DOLLARS = /\$(?=([^$]{1,120})\$)/g

/** What may have come into a keyword: markup, spaces and line ends, hyphens, invisible characters. */
const INTRUDERS = once(() => /<[^<>]*>|&[a-z]{2,8};|[\s\p{Cf}\p{Pd}_.]/giu)

function* splitKeywords(text: string): Generator<BrokenKeyword> {
  for (const { 1: between = '', index } of text.matchAll(BETWEEN_DOLLARS)) {
    const name = BY_FOLDED_NAME.get(between.replaceAll(INTRUDERS(), '').toLowerCase())
    if (name && between.toLowerCase() !== name.toLowerCase())
      yield { start: index, end: index + between.length + 2, name }
  }
}

function* matchesOf(text: string, pattern: RegExp): Generator<BrokenKeyword> {
  for (const { 0: whole, index, ...groups } of text.matchAll(pattern)) {
    const written = groups[1] ?? groups[2] ?? groups[3] ?? ''
    const name = BY_FOLDED_NAME.get(written.toLowerCase())
    if (name) yield { start: index, end: index + whole.length, name }
  }
}

const FOREIGN_MARKS = /[{%[]/

/**
 * Whether each dollar sign belongs to a whole keyword, or to a word that looks like one, and nothing else could be one.
 */
function isSurelyWhole(text: string, whole: number): boolean {
  let signs = 0
  for (let at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at + 1)) signs++
  return signs === whole * 2 && !FOREIGN_MARKS.test(text)
}

/**
 * Finds the keywords of a text that are split, half-open or written in another template language's syntax. A caller
 * that has found its whole keywords already may pass them.
 */
export function findBrokenKeywords(
  text: string,
  whole: readonly KeywordMatch[] = findKeywords(text),
): readonly BrokenKeyword[] {
  if (isSurelyWhole(text, whole.length)) return []
  const found = [...splitKeywords(text), ...matchesOf(text, FOREIGN()), ...matchesOf(text, HALF_OPEN())]
  found.sort((one, other) => one.start - other.start || other.end - one.end)
  const broken: BrokenKeyword[] = []
  let reached = 0
  let passed = 0
  for (const match of found) {
    while ((whole[passed]?.end ?? Number.POSITIVE_INFINITY) <= match.start) passed++
    if (match.start < reached || (whole[passed]?.start ?? Number.POSITIVE_INFINITY) < match.end) continue
    reached = match.end
    broken.push(match)
  }
  return broken
}
