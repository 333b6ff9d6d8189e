import type { ChainStep } from './read-chain.ts'
import { openObject } from './read-chain.ts'
import { isMark, sourceRangeOf } from './read-expression.ts'
import { memberSetIn, type Owner, type ReadInner, statementsOf } from './read-statements.ts'
import { stringValue } from './string-value.ts'
import type { Program, TokenRange } from './tokens.ts'
import type { CodeMember, CodeValue } from './values.ts'

/** The object that a block is about, and the tokens of its statements: `also { n -> … }` names it. */
function ownerOf({ tokens }: Program, name: string, block: TokenRange): readonly [Owner, TokenRange] {
  const first = tokens[block.from]
  if (first?.kind === 'name' && isMark(tokens[block.from + 1], '->'))
    return [
      { name: first.text, isNamed: true },
      { ...block, from: block.from + 2 },
    ]
  return name === 'apply' ? [{ name: 'this', isNamed: false }, block] : [{ name: 'it', isNamed: true }, block]
}

/** What is done with a new object: `Order().apply { … }`. It may have more members than are named. */
export function readApplied(
  program: Program,
  range: TokenRange,
  steps: readonly ChainStep[],
  read: ReadInner,
): CodeValue | undefined {
  const last = steps.at(-1)
  const name = program.tokens[last?.name ?? -1]?.text ?? ''
  if (!last?.block || !/^(?:apply|also)$/.test(name)) return undefined
  const [owner, block] = ownerOf(program, name, last.block)
  const members = [...statementsOf(program, block)].flatMap(
    (statement) => memberSetIn(program, statement, owner, read) ?? [],
  )
  return members.length > 0 ? openObject(program, range, { members, isTyped: true }) : undefined
}

/** A call in a block that builds JSON: its name, what it names, and the value. */
type Put = { readonly name: string; readonly key: number; readonly value: CodeValue }

const NAMES_MEMBER = /^put(?:JsonObject|JsonArray)?$/
const ADDS = /^add(?:JsonObject|JsonArray)?$/

/** Builds JSON from blocks of Kotlin: `buildJsonObject { put("name", value) }`. */
class JsonBlocks {
  readonly #program: Program
  readonly #read: ReadInner
  readonly #stepsOf: (range: TokenRange) => readonly ChainStep[] | undefined

  constructor(program: Program, read: ReadInner, stepsOf: (range: TokenRange) => readonly ChainStep[] | undefined) {
    this.#program = program
    this.#read = read
    this.#stepsOf = stepsOf
  }

  /** What is built by a call with a block. */
  built(step: ChainStep, range: TokenRange): CodeValue | undefined {
    const name = this.#program.tokens[step.name]?.text ?? ''
    if (!step.block) return undefined
    if (name.endsWith('JsonObject')) return this.#object(step.block, range)
    return name.endsWith('JsonArray') ? this.#list(step.block, range) : undefined
  }

  #object(block: TokenRange, range: TokenRange): CodeValue {
    const statements = [...statementsOf(this.#program, block)]
    const members = statements.flatMap((statement) => this.#member(statement) ?? [])
    const isOpen = members.length < statements.length
    return { kind: 'object', members, isOpen, isTyped: false, ...sourceRangeOf(this.#program, range) }
  }

  #member(statement: TokenRange): CodeMember | undefined {
    const put = this.#putIn(statement, NAMES_MEMBER, 1)
    const token = this.#program.tokens[put?.key ?? -1]
    const name = stringValue(this.#program.source, token?.literal)
    if (!put || !token || name === undefined) return undefined
    return { name, isQuoted: true, start: token.start, end: token.end, value: put.value }
  }

  #list(block: TokenRange, range: TokenRange): CodeValue {
    const statements = [...statementsOf(this.#program, block)]
    const items = statements.flatMap((statement) => this.#putIn(statement, ADDS, 0)?.value ?? [])
    return { kind: 'list', items, isOpen: items.length < statements.length, ...sourceRangeOf(this.#program, range) }
  }

  /** A statement that is one call, of a name and with so many arguments before its value. */
  #putIn(statement: TokenRange, names: RegExp, keys: number): Put | undefined {
    const [step, ...more] = this.#stepsOf(statement) ?? []
    const args = step?.args ?? []
    const name = this.#program.tokens[step?.name ?? -1]?.text ?? ''
    if (!step || more.length > 0 || !names.test(name)) return undefined
    const [first] = args
    if (keys > 0 && (!first || first.to !== first.from + 1)) return undefined
    const given = args[keys]
    const value = step.block ? this.built(step, statement) : given && this.#read(given)
    return value && { name, key: first?.from ?? -1, value }
  }
}

/** What a call of Kotlin builds as JSON with a block. */
export function readJsonBlock(
  program: Program,
  range: TokenRange,
  steps: readonly ChainStep[],
  { read, stepsOf }: { read: ReadInner; stepsOf: (range: TokenRange) => readonly ChainStep[] | undefined },
): CodeValue | undefined {
  const last = steps.at(-1)
  return last && /^build/.test(program.tokens[last.name]?.text ?? '')
    ? new JsonBlocks(program, read, stepsOf).built(last, range)
    : undefined
}
