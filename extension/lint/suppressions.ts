import { linesOf } from '../document/lines-of.ts'
import { lastAtOrBefore } from '../document/source-map.ts'
import type { TextSource } from '../document/text-source.ts'
import { isCode } from './codes.ts'

const WORD = 'straks-disable'
const COMMENT = /(\/\/|#|\/\*|<!--)\s*$/
const NEXT_LINE = '-next-line'
const SAME_LINE = '-line'

/** What opens a comment of Markdown, whose next line may be a whole block of code. */
const OF_MARKDOWN = '<!--'

/** Where a block of code begins or ends in Markdown, in a quotation too. */
const FENCE = /^[\s>]*(`{3,}|~{3,})(.*)$/

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

/** What is said of the lines from here on: of one, or of all lines of a block of Markdown. */
type Ahead = {
  readonly codes: ReadonlySet<string> | undefined
  readonly mayBeBlock: boolean
  /** What the block is fenced with, once it has begun. */
  readonly fence?: string
}

/** What is still said of the lines behind a line. */
function behind(ahead: Ahead, line: string): Ahead | undefined {
  const [, fence = '', info = ''] = (ahead.mayBeBlock && FENCE.exec(line)) || []
  if (ahead.fence === undefined) return fence === '' ? undefined : { ...ahead, fence }
  return info.trim() === '' && fence.startsWith(ahead.fence) ? undefined : ahead
}

/** Adds what is said of a line; of one line two comments may say something. */
function add(lines: Suppression[], one: Suppression): void {
  const last = lines.at(-1)
  if (last?.start !== one.start) lines.push(one)
  else lines[lines.length - 1] = { ...one, codes: last.codes && one.codes && new Set([...last.codes, ...one.codes]) }
}

/** Reads `straks-disable CODE`, and the same with `-line` and `-next-line`, in the comments of a file. */
export function readSuppressions(text: TextSource): Suppressions {
  if (!text.includes(WORD)) return NO_SUPPRESSIONS
  const unknown: UnknownCode[] = []
  const lines: Suppression[] = []
  const everywhere = new Set<string>()
  let isAll = false
  let ahead: Ahead | undefined
  for (const { start, text: line } of linesOf(text.slice(0))) {
    const end = start + line.length
    if (ahead) add(lines, { start, end, codes: ahead.codes })
    ahead &&= behind(ahead, line)
    const at = line.indexOf(WORD)
    const opening = at < 0 ? undefined : COMMENT.exec(line.slice(Math.max(0, at - 100), at))?.[1]
    if (opening === undefined) continue
    const place = [NEXT_LINE, SAME_LINE].find((one) => line.startsWith(one, at + WORD.length)) ?? ''
    const from = at + WORD.length + place.length
    const list = listIn(line.slice(from))
    if (/^[\w-]/.test(line.slice(from))) continue
    if (unknown.length < UNKNOWN_MAX) for (const one of unknownIn(list, start + from)) unknown.push(one)
    const codes = codesIn(list)
    if (place === NEXT_LINE) ahead = { codes, mayBeBlock: opening === OF_MARKDOWN }
    if (place === SAME_LINE) add(lines, { start, end, codes })
    if (place !== '') continue
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
