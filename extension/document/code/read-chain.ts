import { wireName } from './class-members.ts'
import { isMark, isName, skipGroup, sourceRangeOf } from './read-expression.ts'
import type { ReadInner } from './read-statements.ts'
import { stringValue } from './string-value.ts'
import { type Program, splitAtCommas, type TokenRange } from './tokens.ts'
import type { CodeMember, CodeValue } from './values.ts'

/** A step of a chain of calls: a name, its arguments where it is called, and the tokens of its block where it has one. */
export type ChainStep = {
  readonly name: number
  readonly args?: readonly TokenRange[]
  readonly block?: TokenRange
}

/** Calls that take a block in Kotlin. */
const TAKES_BLOCK = /^(?:apply|also|(?:build|put|add)Json(?:Object|Array))$/

/** Where the block of a call ends that a token opens; `undefined` where it opens none. */
function blockEnd(program: Program, name: number, at: number): number | undefined {
  if (!isMark(program.tokens[at], '{') || !TAKES_BLOCK.test(program.tokens[name]?.text ?? '')) return undefined
  const close = skipGroup(program, at)
  return close > at && close < program.tokens.length ? close : undefined
}

/** The steps of `a.b(c).d(e)` or `new A(b).c(d)`; `undefined` for an expression of another form. */
export function chainStepsOf(program: Program, { from, to }: TokenRange): readonly ChainStep[] | undefined {
  const { tokens } = program
  const steps: ChainStep[] = []
  // In `new(…)` of C# the word stands for the name.
  let at = isName(tokens[from], 'new') && !isMark(tokens[from + 1], '(') ? from + 1 : from
  while (at < to) {
    if (tokens[at]?.kind !== 'name') return undefined
    const name = at++
    let step: ChainStep = { name }
    if (isMark(tokens[at], '(')) {
      const close = skipGroup(program, at)
      if (close === at || close >= to) return undefined
      step = { name, args: splitAtCommas(program, { from: at + 1, to: close }) }
      at = close + 1
    }
    const close = blockEnd(program, name, at)
    if (close !== undefined && close < to) {
      step = { ...step, block: { from: at + 1, to: close } }
      at = close + 1
    }
    steps.push(step)
    if (at === to) return steps
    if (!isMark(tokens[at], '.') && !isMark(tokens[at], '?.')) return undefined
    at++
  }
  return undefined
}

/** Whether a token goes on with a chain that began before it. */
export const isInChain = ({ tokens }: Program, at: number): boolean =>
  isMark(tokens[at - 1], '.') || isMark(tokens[at - 1], '?.')

/** Where the chain that starts at a name ends. */
export function chainEnd(program: Program, start: number): number {
  const { tokens } = program
  let at = isName(tokens[start], 'new') ? start + 1 : start
  while (tokens[at]?.kind === 'name') {
    const name = at++
    if (isMark(tokens[at], '(')) {
      const close = skipGroup(program, at)
      if (close === at) return at
      at = close + 1
    }
    at = (blockEnd(program, name, at) ?? at - 1) + 1
    if (!isMark(tokens[at], '.') && !isMark(tokens[at], '?.')) return at
    at++
  }
  return at
}

const BUILDS = /^build$/i
const STARTS = /^(?:builder|newbuilder|create|\w*builder)$/i
const PREFIX = /^(?:with|set)(?=\p{Lu})/iu

/** A method's name without `with` or `set`, and the tokens of its one argument. */
type Given = { readonly name: string; readonly at: number; readonly value: TokenRange }

/** What a builder is given from its start to its `build()`; `undefined` where a chain is none. */
function givenIn({ tokens }: Program, steps: readonly ChainStep[]): readonly Given[] | undefined {
  const textOf = ({ name }: ChainStep): string => tokens[name]?.text ?? ''
  const last = steps.at(-1)
  const start = steps.findIndex((step) => step.args !== undefined && STARTS.test(textOf(step)))
  if (!last?.args || start < 0 || !BUILDS.test(textOf(last))) return undefined
  return steps.slice(start + 1, -1).flatMap((step) => {
    const [value, ...more] = step.args ?? []
    const name = textOf(step).replace(PREFIX, '')
    return value && more.length === 0 ? [{ name, at: step.name, value }] : []
  })
}

/** An object that may have more members than a chain of calls names. */
export const openObject = (
  program: Program,
  range: TokenRange,
  object: { readonly members: readonly CodeMember[]; readonly isTyped: boolean },
): CodeValue => ({ kind: 'object', isOpen: true, ...object, ...sourceRangeOf(program, range) })

const PUTS = /^(?:put|set|add|addProperty|with|append)$/i

/** What a JSON object is given in a chain: `new JSONObject().put("name", value)`. It may be given more later on. */
export function readPuts(
  program: Program,
  range: TokenRange,
  steps: readonly ChainStep[],
  read: ReadInner,
): CodeValue | undefined {
  const { source, tokens } = program
  const members = steps.flatMap(({ name, args }): readonly CodeMember[] => {
    const [key, value, ...more] = args ?? []
    const token = tokens[key?.from ?? -1]
    const written = stringValue(source, token?.literal)
    if (!key || !value || !token || written === undefined || more.length > 0) return []
    if (!PUTS.test(tokens[name]?.text ?? '') || key.to !== key.from + 1) return []
    const { start, end } = token
    return [{ name: written, isQuoted: true, start, end, value: read(value) }]
  })
  return members.length > 0 ? openObject(program, range, { members, isTyped: false }) : undefined
}

/** What a builder builds. It may have been begun with more than is written. */
export function readBuilder(
  program: Program,
  range: TokenRange,
  steps: readonly ChainStep[],
  read: ReadInner,
): CodeValue | undefined {
  const members = givenIn(program, steps)?.flatMap(({ name, at, value }): readonly CodeMember[] => {
    const token = program.tokens[at]
    if (!token) return []
    const { start, end } = token
    return [{ name, isQuoted: false, start, end, value: read(value) }]
  })
  return members && openObject(program, range, { members, isTyped: true })
}

/** What a new object is given in a chain: `new Order().smsBody(…)`, as generated classes of Java have it. */
export function readFluent(
  program: Program,
  range: TokenRange,
  steps: readonly ChainStep[],
  read: ReadInner,
): CodeValue | undefined {
  const created = steps.findIndex(({ args }) => args !== undefined)
  if (!/^\p{Lu}/u.test(program.tokens[steps[created]?.name ?? -1]?.text ?? '')) return undefined
  const members = steps.slice(created + 1).flatMap((step): readonly CodeMember[] => {
    const token = program.tokens[step.name]
    const [value, ...more] = step.args ?? []
    const name = token?.text.replace(PREFIX, '') ?? ''
    if (!token || !value || more.length > 0 || wireName(name) === undefined) return []
    return [{ name, isQuoted: false, start: token.start, end: token.end, value: read(value) }]
  })
  return members.length > 0 ? openObject(program, range, { members, isTyped: true }) : undefined
}
