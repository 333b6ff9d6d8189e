import { isGroup, isMark, isName, readCommon, skipGroup, sourceRangeOf } from './read-expression.ts'
import { stringValue } from './string-value.ts'
import { type Program, splitAtCommas, type TokenRange } from './tokens.ts'
import { type CodeMember, type CodeValue, unknown } from './values.ts'

/** What a part of an object literal is. */
type Part = { readonly kind: 'member'; readonly member: CodeMember } | { readonly kind: 'open' } | undefined

/** An expression without the type that it is said to have: `{ … } as const`, `{ … } satisfies Order`. */
function withoutType(program: Program, { from, to }: TokenRange): TokenRange {
  // Types within the first brackets are of what stands there.
  for (let at = skipGroup(program, from) + 1; at < to; at++) {
    const token = program.tokens[at]
    if (isName(token, 'as') || isName(token, 'satisfies')) return { from, to: at }
    at = skipGroup(program, at)
  }
  return { from, to }
}

/** The name that a member starts with, and whether it is in quotes. */
function nameOf(
  { source, tokens }: Program,
  from: number,
): { readonly name: string; readonly isQuoted: boolean } | undefined {
  const token = tokens[from]
  if (token?.kind === 'name' || token?.kind === 'number') return { name: token.text, isQuoted: false }
  const name = token?.literal?.quote === 'backtick' ? undefined : stringValue(source, token?.literal)
  return name === undefined ? undefined : { name, isQuoted: true }
}

function readPart(program: Program, part: TokenRange, depth: number): Part {
  const { tokens } = program
  const { from, to } = part
  const first = tokens[from]
  if (!first) return undefined
  if (isMark(first, '...')) return { kind: 'open' }
  const isComputed = isMark(first, '[')
  const last = isComputed ? skipGroup(program, from) : from
  const isNamed = isMark(tokens[last + 1], ':')
  // `['recipientSms']: …` is named as `recipientSms: …` is; what else is computed may be called anything.
  const written = isComputed ? from + 1 : from
  const named = isComputed && last !== from + 2 ? undefined : nameOf(program, written)
  if (isComputed && named?.isQuoted !== true) return isNamed ? { kind: 'open' } : undefined
  const token = tokens[written]
  if (!named || !token) return undefined
  const place = { start: token.start, end: token.end }
  if (isNamed && last + 2 < to)
    return {
      kind: 'member',
      member: { ...named, ...place, value: readScript(program, { from: last + 2, to }, depth + 1) },
    }
  if (first.kind !== 'name') return undefined
  const isShorthand = to - from === 1
  if (isShorthand)
    return { kind: 'member', member: { ...named, ...place, value: unknown({ start: first.end, end: first.end }) } }
  // A method is no member of the JSON; it ends in a block.
  return isMark(tokens[to - 1], '}') && tokens.slice(from, from + 4).some((token) => isMark(token, '('))
    ? { kind: 'open' }
    : undefined
}

/** The object literal that a brace opens; `undefined` where it opens a block. */
export function readObject(program: Program, open: number, depth: number): CodeValue | undefined {
  const close = program.closing[open] ?? -1
  if (close <= open || close >= program.tokens.length) return undefined
  const members: CodeMember[] = []
  let isOpen = false
  for (const range of splitAtCommas(program, { from: open + 1, to: close })) {
    if (range.from === range.to) return undefined
    const part = readPart(program, range, depth)
    if (!part) return undefined
    if (part.kind === 'member') members.push(part.member)
    else isOpen = true
  }
  return { kind: 'object', members, isOpen, isTyped: false, ...sourceRangeOf(program, { from: open, to: close + 1 }) }
}

function readList(program: Program, { from, to }: TokenRange, depth: number): CodeValue {
  const items: CodeValue[] = []
  let isOpen = false
  for (const part of splitAtCommas(program, { from: from + 1, to: to - 1 })) {
    if (isMark(program.tokens[part.from], '...')) isOpen = true
    else if (part.from < part.to) items.push(readScript(program, part, depth + 1))
  }
  return { kind: 'list', items, isOpen, ...sourceRangeOf(program, { from, to }) }
}

/** Reads an expression of JavaScript or TypeScript. */
export function readScript(program: Program, whole: TokenRange, depth: number): CodeValue {
  const range = withoutType(program, whole)
  const known = readCommon(program, range, readScript, depth)
  if (known) return known
  if (isGroup(program, range, '{'))
    return readObject(program, range.from, depth) ?? unknown(sourceRangeOf(program, range))
  if (isGroup(program, range, '[')) return readList(program, range, depth)
  return unknown(sourceRangeOf(program, whole))
}
