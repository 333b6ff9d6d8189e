import type { JsonSyntaxError } from '../syntax-error.ts'
import { isMark, skipGroup } from './read-expression.ts'
import type { Program, Token } from './tokens.ts'
import type { CodeValue } from './values.ts'

/** Levels of objects and lists that `ConvertTo-Json` writes below the first, where it is not told how many. */
const DEFAULT_DEPTH = 2

/** What is asked for instead: enough for every request. */
const ENOUGH = 10

/** Words of one command that are looked at. */
const WORDS_MAX = 20

const CONVERTS = /^convertto-json$/i
const DEPTH = /^d(?:e(?:p(?:t(?:h)?)?)?)?$/i
const INPUT = /^i(?:n(?:p(?:u(?:t(?:o\w{0,5})?)?)?)?)?$/i

const isVariable = (token: Token | undefined): token is Token => token?.kind === 'name' && token.text.startsWith('$')

/** Levels of objects and lists that a value has below itself, as far as it is known. */
function levelsOf(value: CodeValue): number {
  if (value.kind !== 'object' && value.kind !== 'list') return -1
  const inner = value.kind === 'list' ? value.items : value.members.map((member) => member.value)
  return 1 + inner.reduce((most, one) => Math.max(most, levelsOf(one)), -1)
}

/** How deep a call writes, and where it says so; `undefined` where that is not known. */
function depthAt(program: Program, at: number): { readonly depth: number; readonly place?: Token } | undefined {
  const { source, tokens } = program
  let words = 0
  for (let next = at + 1; next < tokens.length && ++words <= WORDS_MAX; next = skipGroup(program, next) + 1) {
    const [before, token] = [tokens[next - 1], tokens[next]]
    if (!before || !token || (token.kind === 'mark' && /^[|);}]$/.test(token.text))) break
    if (/(?<!`)\r?\n/.test(source.slice(before.end, token.start))) break
    // What is splatted may say how deep.
    if (isMark(token, '@') && tokens[next + 1]?.kind === 'name') return undefined
    if (!isMark(before, '-') || !DEPTH.test(token.text)) continue
    const number = tokens[isMark(tokens[next + 1], ':') ? next + 2 : next + 1]
    return number?.kind === 'number' ? { depth: Number(number.text), place: number } : undefined
  }
  return { depth: DEFAULT_DEPTH }
}

/** The variable that a call writes: the one before its `|`, or its argument. */
function writtenBy({ tokens }: Program, at: number): Token | undefined {
  if (isMark(tokens[at - 1], '|')) return isVariable(tokens[at - 2]) ? tokens[at - 2] : undefined
  const isNamed = isMark(tokens[at + 1], '-') && INPUT.test(tokens[at + 2]?.text ?? '')
  const argument = tokens[isNamed ? at + 3 : at + 1]
  return isVariable(argument) ? argument : undefined
}

/** Finds calls of `ConvertTo-Json` that cut off what a hash table has. */
export class JsonDepths {
  readonly #program: Program
  /** The calls that write each variable. */
  readonly #writing = new Map<string, number[]>()

  constructor(program: Program) {
    this.#program = program
    for (const [at, { kind, text }] of program.tokens.entries()) {
      if (kind !== 'name' || !CONVERTS.test(text)) continue
      const name = writtenBy(program, at)?.text.toLowerCase()
      if (name !== undefined) this.#writing.set(name, [...(this.#writing.get(name) ?? []), at])
    }
  }

  /** The calls that write the hash table, or the brackets around it, between two tokens. */
  #callsOf(before: number, close: number): readonly number[] {
    const { tokens, closing } = this.#program
    if (isMark(tokens[before], '(') && closing[before] === close + 1) return this.#callsOf(before - 1, close + 1)
    const isCall = (at: number): boolean => tokens[at]?.kind === 'name' && CONVERTS.test(tokens[at]?.text ?? '')
    if (isCall(before)) return [before]
    if (INPUT.test(tokens[before]?.text ?? '') && isCall(before - 2)) return [before - 2]
    // What another command is given is not what it hands on.
    if (tokens[before]?.kind === 'name' && !/^return$/i.test(tokens[before]?.text ?? '')) return []
    if (isMark(tokens[close + 1], '|')) return isCall(close + 2) ? [close + 2] : []
    const variable = isMark(tokens[before], '=') ? tokens[before - 1] : undefined
    return (this.#writing.get(variable?.text.toLowerCase() ?? '') ?? []).filter((at) => at > close)
  }

  /**
   * What is wrong with how a hash table is written as JSON.
   *
   * @param before the token before it and its types
   * @param close the token of its closing brace
   */
  errorsOf(value: CodeValue, before: number, close: number): readonly JsonSyntaxError[] {
    const levels = levelsOf(value)
    return this.#callsOf(before, close).flatMap((at) => {
      const call = this.#program.tokens[at]
      const found = depthAt(this.#program, at)
      if (!call || !found || found.depth >= levels) return []
      const enough = String(Math.max(ENOUGH, levels))
      const edit = found.place
        ? { start: found.place.start, end: found.place.end, text: enough }
        : { start: call.end, end: call.end, text: ` -Depth ${enough}` }
      return [{ reason: 'cut-off', name: String(found.depth), start: call.start, end: call.end, edit }]
    })
  }
}
