import { isMark, isName, skipGroup } from './read-expression.ts'
import type { Program, Token, TokenRange } from './tokens.ts'
import type { CodeMember, CodeValue } from './values.ts'

/** Marks that a statement may end with. */
const ENDS: ReadonlySet<string> = new Set([')', ']', '}', '!!', 'character', '++', '--'])

/** Marks that a line may begin with that goes on with the statement of the line before. */
const GOES_ON: ReadonlySet<string> = new Set([
  '.',
  '?.',
  '?:',
  '+',
  '-',
  '*',
  '/',
  '&&',
  '||',
  '??',
  '?',
  ':',
  ')',
  ']',
])

/** Whether a token begins a statement: on a line of its own, behind one that may end there. */
function begins(source: string, before: Token, token: Token): boolean {
  if (before.kind === 'mark' && !ENDS.has(before.text)) return false
  if (token.kind === 'mark' && GOES_ON.has(token.text)) return false
  return source.slice(before.end, token.start).includes('\n')
}

/** Parts a block into its statements: at semicolons, and at line ends, as Kotlin does. */
export function* statementsOf(program: Program, { from, to }: TokenRange): Iterable<TokenRange> {
  const { source, tokens } = program
  let start = from
  for (let at = from; at < to; ) {
    const token = tokens[at]
    const before = at > start ? tokens[at - 1] : undefined
    const isEnd = isMark(token, ';')
    if (token && (isEnd || (before && begins(source, before, token)))) {
      if (at > start) yield { from: start, to: at }
      start = isEnd ? at + 1 : at
      at = start
      if (isEnd) continue
    }
    at = Math.min(skipGroup(program, at), to - 1) + 1
  }
  if (start < to) yield { from: start, to }
}

/** The object whose members are set: what it is called, and whether it has to be named. */
export type Owner = { readonly name: string; readonly isNamed: boolean }

/** Reads an expression inside the one that is being read. */
export type ReadInner = (range: TokenRange) => CodeValue

const SETTER = /^set(?=\p{Lu})/u

/** What a statement sets: `n.smsBody = …` or `n.setSmsBody(…)`; `undefined` for any other. */
export function memberSetIn(
  program: Program,
  { from, to }: TokenRange,
  owner: Owner,
  read: ReadInner,
): CodeMember | undefined {
  const { tokens } = program
  const hasOwner = isName(tokens[from], owner.name) && isMark(tokens[from + 1], '.')
  if (owner.isNamed && !hasOwner) return undefined
  const at = hasOwner ? from + 2 : from
  const name = tokens[at]
  if (name?.kind !== 'name') return undefined
  const { start, end } = name
  if (isMark(tokens[at + 1], '=') && at + 2 < to)
    return { name: name.text, isQuoted: false, start, end, value: read({ from: at + 2, to }) }
  const isCall = SETTER.test(name.text) && isMark(tokens[at + 1], '(') && program.closing[at + 1] === to - 1
  if (!isCall || at + 2 >= to - 1) return undefined
  return { name: name.text.replace(SETTER, ''), isQuoted: false, start, end, value: read({ from: at + 2, to: to - 1 }) }
}

/** Members that are set one after the other: more than any object of a request has. */
const FOLLOWING_MAX = 32

/** What the statements behind a declaration set of its variable, and the token after them. */
type Following = { readonly members: readonly CodeMember[]; readonly end: number }

/** Reads the statements that follow what a variable is given, as long as they set its members. */
export function membersSetAfter(program: Program, { from, to }: TokenRange, read: ReadInner): Following {
  const { tokens, closing, around } = program
  const variable = variableOf(program, from)
  const members: CodeMember[] = []
  if (variable === undefined) return { members, end: to }
  const block = closing[around[from] ?? -1] ?? tokens.length
  let end = to
  for (const statement of statementsOf(program, { from: to, to: Math.min(block, tokens.length) })) {
    // In `a.b = a = new A()` it is given another object, and what follows sets that.
    if (isName(tokens[statement.from + 4], variable) && isMark(tokens[statement.from + 5], '=')) break
    const member = memberSetIn(program, statement, { name: variable, isNamed: true }, read)
    if (!member || members.length === FOLLOWING_MAX) break
    members.push(member)
    end = statement.to
  }
  return { members, end }
}

/** The variable that what starts at a token is given to: `n` of `val n = …`. */
export function variableOf({ tokens }: Program, at: number): string | undefined {
  const name = tokens[at - 2]
  const isMember = isMark(tokens[at - 3], '.') || isMark(tokens[at - 3], '?.')
  return isMark(tokens[at - 1], '=') && name?.kind === 'name' && !isMember ? name.text : undefined
}
