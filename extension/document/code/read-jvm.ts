import { readApplied, readJsonBlock } from './read-blocks.ts'
import { type ChainStep, chainStepsOf, openObject, readBuilder, readFluent, readPuts } from './read-chain.ts'
import { isMark, isName, readCommon, sourceRangeOf } from './read-expression.ts'
import { stringValue } from './string-value.ts'
import type { Program, TokenRange } from './tokens.ts'
import { type CodeMember, type CodeValue, unknown } from './values.ts'

const MAPS = /^(?:mapOf|mutableMapOf|hashMapOf|linkedMapOf)$/
const LISTS = /^(?:listOf|mutableListOf|arrayListOf|setOf|arrayOf|asList)$/
const COLLECTIONS = /^(?:List|Set)$/

/** A member named by a string: its name without the quotes. */
function stringMember(program: Program, key: TokenRange, value: TokenRange, depth: number): CodeMember | undefined {
  const token = program.tokens[key.from]
  const name = stringValue(program.source, token?.literal)
  if (!token || key.to !== key.from + 1 || name === undefined) return undefined
  return { name, isQuoted: true, start: token.start, end: token.end, value: readJvm(program, value, depth + 1) }
}

/** `"name" to value`. */
function pairMember(program: Program, { from, to }: TokenRange, depth: number): CodeMember | undefined {
  if (!isName(program.tokens[from + 1], 'to')) return undefined
  return stringMember(program, { from, to: from + 1 }, { from: from + 2, to }, depth)
}

/** `entry("name", value)` or `Map.entry("name", value)`. */
function entryMember(program: Program, range: TokenRange, depth: number): CodeMember | undefined {
  const last = chainStepsOf(program, range)?.at(-1)
  const [key, value] = last?.args ?? []
  return key && value && program.tokens[last?.name ?? -1]?.text === 'entry'
    ? stringMember(program, key, value, depth)
    : undefined
}

/** `name = value`. */
function namedMember(program: Program, { from, to }: TokenRange, depth: number): CodeMember | undefined {
  const name = program.tokens[from]
  if (name?.kind !== 'name' || !isMark(program.tokens[from + 1], '=')) return undefined
  const value = readJvm(program, { from: from + 2, to }, depth + 1)
  return { name: name.text, isQuoted: false, start: name.start, end: name.end, value }
}

/** The members that a map is made of; what cannot be read leaves it open. */
function mapOf(
  program: Program,
  range: TokenRange,
  read: readonly (CodeMember | undefined)[],
): Extract<CodeValue, { kind: 'object' }> {
  const members = read.filter((one) => one !== undefined)
  return {
    kind: 'object',
    members,
    isOpen: members.length < read.length,
    isTyped: false,
    ...sourceRangeOf(program, range),
  }
}

/** What the last call of a chain makes: a map, a list, or an object whose arguments are named. */
function called(
  program: Program,
  range: TokenRange,
  steps: readonly ChainStep[],
  depth: number,
): CodeValue | undefined {
  const { tokens } = program
  const last = steps.at(-1)
  const args = last?.args
  if (!args) return undefined
  const name = tokens[last.name]?.text ?? ''
  const owner = tokens[steps.at(-2)?.name ?? -1]?.text ?? ''
  if (MAPS.test(name))
    return mapOf(
      program,
      range,
      args.map((arg) => pairMember(program, arg, depth)),
    )
  if (owner === 'Map' && name === 'ofEntries')
    return mapOf(
      program,
      range,
      args.map((arg) => entryMember(program, arg, depth)),
    )
  if (owner === 'Map' && name === 'of')
    return mapOf(
      program,
      range,
      args.flatMap((key, index) => {
        const value = args[index + 1]
        return index % 2 === 0 && value ? [stringMember(program, key, value, depth)] : []
      }),
    )
  const [only, ...others] = args
  if (name === 'JsonPrimitive' && only && others.length === 0) return readJvm(program, only, depth + 1)
  if (LISTS.test(name) || (COLLECTIONS.test(owner) && name === 'of'))
    return {
      kind: 'list',
      items: args.map((arg) => readJvm(program, arg, depth + 1)),
      isOpen: false,
      ...sourceRangeOf(program, range),
    }
  const members = args.map((arg) => namedMember(program, arg, depth)).filter((one) => one !== undefined)
  // What is left out may have a default.
  return members.length > 0 ? openObject(program, range, { members, isTyped: true }) : undefined
}

/** What blocks of a program have been read as, by their first tokens: blocks stand in blocks, and each may be a request. */
const readBlocks = new WeakMap<Program, Map<number, CodeValue>>()

/** Levels at which what is read is kept: further in it may not have been read to its end. */
const KEPT_DEPTH_MAX = 12

/** Reads what has blocks, once. */
function readOnce(program: Program, from: number, depth: number, read: () => CodeValue): CodeValue {
  const known = readBlocks.get(program) ?? new Map<number, CodeValue>()
  const value = known.get(from) ?? read()
  if (depth <= KEPT_DEPTH_MAX) readBlocks.set(program, known.set(from, value))
  return value
}

/** Reads an expression of Java or Kotlin. */
export function readJvm(program: Program, range: TokenRange, depth: number): CodeValue {
  const known = readCommon(program, range, readJvm, depth)
  if (known) return known
  const steps = chainStepsOf(program, range)
  if (!steps) return unknown(sourceRangeOf(program, range))
  const inner = (one: TokenRange): CodeValue => readJvm(program, one, depth + 1)
  const read = (): CodeValue =>
    readBuilder(program, range, steps, inner) ??
    readApplied(program, range, steps, inner) ??
    readJsonBlock(program, range, steps, { read: inner, stepsOf: (one) => chainStepsOf(program, one) }) ??
    readPuts(program, range, steps, inner) ??
    called(program, range, steps, depth) ??
    readFluent(program, range, steps, inner) ??
    unknown(sourceRangeOf(program, range))
  return steps.some(({ block }) => block !== undefined) ? readOnce(program, range.from, depth, read) : read()
}
