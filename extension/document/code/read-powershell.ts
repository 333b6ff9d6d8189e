import { isGroup, isMark, readCommon, skipGroup, sourceRangeOf } from './read-expression.ts'
import { statementsOf } from './read-statements.ts'
import { stringValue } from './string-value.ts'
import { type Program, splitAtCommas, type TokenRange } from './tokens.ts'
import { type CodeMember, type CodeValue, unknown } from './values.ts'

/** What an entry of a hash table says: `name = value`; `undefined` where its name is not known. */
function memberOf(program: Program, { from, to }: TokenRange, depth: number): CodeMember | undefined {
  const { tokens, source } = program
  const key = tokens[from]
  if (!key || !isMark(tokens[from + 1], '=') || from + 2 >= to) return undefined
  const { start, end, literal } = key
  const written = stringValue(source, literal)
  if (key.kind !== 'name' && written === undefined) return undefined
  const value = readPowershell(program, { from: from + 2, to }, depth + 1)
  if (written !== undefined) return { name: written, isQuoted: true, start, end, value }
  return key.text.startsWith('$') ? undefined : { name: key.text, isQuoted: false, start, end, value }
}

/** Reads a hash table, from its at sign on: `@{ name = value; … }`. */
export function readHashTable(program: Program, { from, to }: TokenRange, depth: number): CodeValue {
  const entries = [...statementsOf(program, { from: from + 2, to: to - 1 })]
  const members = entries.flatMap((entry) => memberOf(program, entry, depth) ?? [])
  const isOpen = members.length < entries.length
  return { kind: 'object', members, isOpen, isTyped: false, ...sourceRangeOf(program, { from, to }) }
}

/** Reads a list, whose elements stand on lines of their own or between commas. */
function readList(program: Program, inner: TokenRange, range: TokenRange, depth: number): CodeValue {
  const items = [...statementsOf(program, inner)].flatMap((line) =>
    splitAtCommas(program, line).map((item) => readPowershell(program, item, depth + 1)),
  )
  // What a variable or a call stands for may be several.
  const isOpen = items.some(({ kind }) => kind === 'unknown')
  return {
    kind: 'list',
    items: items.filter(({ kind }) => kind !== 'unknown'),
    isOpen,
    ...sourceRangeOf(program, range),
  }
}

/** The token after the types that a value is made one of: `[ordered]@{ … }`. */
function skipTypes(program: Program, { from, to }: TokenRange): number {
  let at = from
  while (at < to - 1 && isMark(program.tokens[at], '[')) {
    const close = skipGroup(program, at)
    if (close === at || close >= to - 1) return from
    at = close + 1
  }
  return at
}

/** Whether an operator with a name makes something else of a value, such as `-replace`, `-f` or `-join`. */
function hasNamedOperator(program: Program, { from, to }: TokenRange): boolean {
  const { tokens } = program
  for (let at = from; at < to; at = skipGroup(program, at) + 1) {
    const next = tokens[at + 1]
    if (isMark(tokens[at], '-') && at + 1 < to && next?.kind === 'name' && next.start === tokens[at]?.end) return true
  }
  return false
}

/** Reads an expression of PowerShell. */
export function readPowershell(program: Program, range: TokenRange, depth: number): CodeValue {
  if (hasNamedOperator(program, range)) return unknown(sourceRangeOf(program, range))
  const known = readCommon(program, range, readPowershell, depth)
  if (known) return known
  const from = skipTypes(program, range)
  if (from > range.from) return readPowershell(program, { ...range, from }, depth + 1)
  const { tokens } = program
  const rest = { from: from + 1, to: range.to }
  if (isMark(tokens[from], '@') && isGroup(program, rest, '{')) return readHashTable(program, range, depth)
  if (isMark(tokens[from], '@') && isGroup(program, rest, '('))
    return readList(program, { from: from + 2, to: range.to - 1 }, range, depth)
  if (splitAtCommas(program, range).length > 1) return readList(program, range, range, depth)
  return unknown(sourceRangeOf(program, range))
}
