import { linesOf } from '../document/lines-of.ts'
import { lastAtOrBefore } from '../document/source-map.ts'

const WORD = 'straks-disable'
const COMMENT = /(?:\/\/|#|\/\*|<!--)\s*$/
const NEXT_LINE = '-next-line'
const CODE = /[a-z]+(?:-[a-z]+)*/g

/** What a comment says is all right on a line: some codes, or all findings. */
type Suppression = { readonly start: number; readonly end: number; readonly codes: ReadonlySet<string> | undefined }

/** Tells whether a finding is all right as it is, by what its file says of it in comments. */
export type Suppressions = (code: string, offset: number) => boolean

const NONE: Suppressions = () => false

/** The codes behind a comment's word; `undefined` for all. What stands behind `--` or a colon is a reason. */
function codesIn(rest: string): ReadonlySet<string> | undefined {
  const [words = ''] = rest.split(/\*\/|--|:/)
  const codes = words.match(CODE)
  return codes ? new Set(codes) : undefined
}

/** Reads `straks-disable CODE` and `straks-disable-next-line CODE` in the comments of a file. */
export function readSuppressions(text: string): Suppressions {
  if (!text.includes(WORD)) return NONE
  const lines: Suppression[] = []
  const everywhere = new Set<string>()
  let isAll = false
  let isNext: { readonly codes: ReadonlySet<string> | undefined } | undefined
  for (const { start, text: line } of linesOf(text)) {
    const end = start + line.length
    if (isNext) lines.push({ start, end, codes: isNext.codes })
    isNext = undefined
    const at = line.indexOf(WORD)
    if (at < 0 || !COMMENT.test(line.slice(Math.max(0, at - 100), at))) continue
    const rest = line.slice(at + WORD.length)
    if (rest.startsWith(NEXT_LINE)) isNext = { codes: codesIn(rest.slice(NEXT_LINE.length)) }
    if (/^[\w-]/.test(rest)) continue
    const codes = codesIn(rest)
    isAll ||= codes === undefined
    for (const code of codes ?? []) everywhere.add(code)
  }
  return (code, offset) => {
    if (isAll || everywhere.has(code)) return true
    const line = lastAtOrBefore(lines, ({ start }) => start, offset)
    return line !== undefined && offset <= line.end && (line.codes?.has(code) ?? true)
  }
}
