import { linesOf } from '../document/lines-of.ts'
import { lastAtOrBefore } from '../document/source-map.ts'
import type { TextSource } from '../document/text-source.ts'
import { isCode } from './codes.ts'

const WORD = 'straks-disable'
const COMMENT = /(?:\/\/|#|\/\*|<!--)\s*$/
const NEXT_LINE = '-next-line'

/** Codes of rules, parted by commas or spaces. */
const CODE = /[^\s,]+/g

/** What a comment says is all right on a line: some codes, or all findings. */
type Suppression = { readonly start: number; readonly end: number; readonly codes: ReadonlySet<string> | undefined }

/** A word in a comment that stands where the code of a rule belongs, and is none. */
export type UnknownCode = { readonly code: string; readonly start: number; readonly end: number }

/** What the comments of a file say of its findings. */
export type Suppressions = {
  /** Whether a finding is all right as it is. */
  readonly covers: (code: string, offset: number) => boolean
  /** Words that name no rule: a misspelt one would silently cover nothing. */
  readonly unknown: readonly UnknownCode[]
}

/** Of a file that has no comments, or says nothing in them. */
export const NO_SUPPRESSIONS: Suppressions = { covers: () => false, unknown: [] }

/** Unknown codes that are told of one file. */
const UNKNOWN_MAX = 100

/** What stands behind a comment's word, up to its end or the reason behind `--` or a colon. */
const listIn = (rest: string): string => rest.split(/\*\/|--|:/)[0] ?? ''

/** The codes in a list; `undefined` for all. */
function codesIn(list: string): ReadonlySet<string> | undefined {
  const codes = list.match(CODE)
  return codes ? new Set(codes) : undefined
}

/** The words of a list that name no rule. Words behind a code, without a comma or a hyphen, may be a reason. */
function* unknownIn(list: string, start: number): Generator<UnknownCode> {
  for (const { 0: code, index } of list.matchAll(CODE)) {
    const before = list.slice(0, index).trim()
    const isMeant = before === '' || before.endsWith(',') || code.includes('-')
    if (isMeant && !isCode(code)) yield { code, start: start + index, end: start + index + code.length }
  }
}

/** Reads `straks-disable CODE` and `straks-disable-next-line CODE` in the comments of a file. */
export function readSuppressions(text: TextSource): Suppressions {
  if (!text.includes(WORD)) return NO_SUPPRESSIONS
  const unknown: UnknownCode[] = []
  const lines: Suppression[] = []
  const everywhere = new Set<string>()
  let isAll = false
  let isNext: { readonly codes: ReadonlySet<string> | undefined } | undefined
  for (const { start, text: line } of linesOf(text.slice(0))) {
    const end = start + line.length
    if (isNext) lines.push({ start, end, codes: isNext.codes })
    isNext = undefined
    const at = line.indexOf(WORD)
    if (at < 0 || !COMMENT.test(line.slice(Math.max(0, at - 100), at))) continue
    const isOfNext = line.startsWith(NEXT_LINE, at + WORD.length)
    const from = at + WORD.length + (isOfNext ? NEXT_LINE.length : 0)
    const list = listIn(line.slice(from))
    if (/^[\w-]/.test(line.slice(from))) continue
    if (unknown.length < UNKNOWN_MAX) for (const one of unknownIn(list, start + from)) unknown.push(one)
    const codes = codesIn(list)
    if (isOfNext) {
      isNext = { codes }
      continue
    }
    isAll ||= codes === undefined
    for (const code of codes ?? []) everywhere.add(code)
  }
  const covers = (code: string, offset: number): boolean => {
    if (isAll || everywhere.has(code)) return true
    const line = lastAtOrBefore(lines, ({ start }) => start, offset)
    return line !== undefined && offset <= line.end && (line.codes?.has(code) ?? true)
  }
  return { covers, unknown }
}
