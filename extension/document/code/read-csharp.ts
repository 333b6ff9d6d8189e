import { chainStepsOf, openObject, readBuilder } from './read-chain.ts'
import { isGroup, isMark, isName, readCommon, skipGroup, sourceRangeOf } from './read-expression.ts'
import { stringValue } from './string-value.ts'
import { type Program, splitAtCommas, type TokenRange } from './tokens.ts'
import { type CodeMember, type CodeValue, unknown } from './values.ts'

/** What is created: where its initialiser opens, whether it is of a named class, and whether it had arguments. */
type Creation = { readonly open: number; readonly isTyped: boolean; readonly hasArguments: boolean }

/** What the `new` or `with` at a token creates with an initialiser: `new { … }`, `new() { … }`, `new Order(…) { … }`, `order with { … }`. */
export function creationAt(program: Program, start: number): Creation | undefined {
  const { tokens, closing } = program
  if (isName(tokens[start], 'with') && isMark(tokens[start + 1], '{'))
    return { open: start + 1, isTyped: true, hasArguments: true }
  if (!isName(tokens[start], 'new')) return undefined
  let at = start + 1
  while (tokens[at]?.kind === 'name' || isMark(tokens[at], '.') || isMark(tokens[at], '?')) at++
  if (isMark(tokens[at], '<')) at = skipGroup(program, at) + 1
  const isTyped = at > start + 1 || isMark(tokens[at], '(')
  let hasArguments = false
  while (isMark(tokens[at], '(') || isMark(tokens[at], '[')) {
    const close = closing[at] ?? -1
    if (close <= at) return undefined
    hasArguments ||= isMark(tokens[at], '(') && close > at + 1
    at = close + 1
  }
  return isMark(tokens[at], '{') ? { open: at, isTyped, hasArguments } : undefined
}

const textOf = (value: CodeValue, { source }: Program): string | undefined => {
  const [part, ...parts] = value.kind === 'text' ? value.parts : []
  return parts.length === 0 ? stringValue(source, part?.literal) : undefined
}

/** A member of an initialiser: `Name = …`, `["name"] = …`, `{ "name", … }`; `undefined` for an element. */
function readMember(program: Program, { from, to }: TokenRange, depth: number): CodeMember | undefined {
  const { tokens } = program
  const first = tokens[from]
  if (!first) return undefined
  if (first.kind === 'name' && isMark(tokens[from + 1], '='))
    return {
      name: first.text,
      isQuoted: false,
      start: first.start,
      end: first.end,
      value: readCsharp(program, { from: from + 2, to }, depth + 1),
    }
  const isIndexed = isMark(first, '[')
  if (!isIndexed && !isMark(first, '{')) return undefined
  const close = skipGroup(program, from)
  const [key, ...rest] = splitAtCommas(program, { from: from + 1, to: close })
  const [pair] = rest
  const value = isIndexed ? { from: close + 2, to } : pair
  if (!key || !value || (isIndexed && !isMark(tokens[close + 1], '='))) return undefined
  const read = readCsharp(program, key, depth + 1)
  const name = textOf(read, program)
  if (name === undefined) return undefined
  return { name, isQuoted: true, start: read.start, end: read.end, value: readCsharp(program, value, depth + 1) }
}

/** A member of an anonymous object that is called as what it is made of: `new { order.Id }`. */
function projected(program: Program, { from, to }: TokenRange): CodeMember | undefined {
  const last = program.tokens[to - 1]
  if (last?.kind !== 'name') return undefined
  const place = { start: last.start, end: last.end }
  const isPath = program.tokens.slice(from, to).every(({ kind, text }) => kind === 'name' || /^\??\.$/.test(text))
  return isPath
    ? { name: last.text, isQuoted: false, ...place, value: unknown({ start: last.end, end: last.end }) }
    : undefined
}

/** What an initialiser says: an object, or a list where it has elements. */
export function readInitialiser(program: Program, { open, isTyped, hasArguments }: Creation, depth: number): CodeValue {
  const close = program.closing[open] ?? -1
  const range = { from: open, to: close + 1 }
  if (close <= open || close >= program.tokens.length)
    return unknown(sourceRangeOf(program, { from: open, to: open + 1 }))
  const members: CodeMember[] = []
  const items: CodeValue[] = []
  for (const part of splitAtCommas(program, { from: open + 1, to: close })) {
    const member = readMember(program, part, depth) ?? (isTyped ? undefined : projected(program, part))
    if (member) members.push(member)
    else items.push(readCsharp(program, part, depth + 1))
  }
  if (items.length > 0) return { kind: 'list', items, isOpen: hasArguments, ...sourceRangeOf(program, range) }
  return { kind: 'object', members, isOpen: hasArguments, isTyped, ...sourceRangeOf(program, range) }
}

function readCollection(program: Program, { from, to }: TokenRange, depth: number): CodeValue {
  const items: CodeValue[] = []
  let isOpen = false
  for (const part of splitAtCommas(program, { from: from + 1, to: to - 1 })) {
    if (isMark(program.tokens[part.from], '..')) isOpen = true
    else items.push(readCsharp(program, part, depth + 1))
  }
  return { kind: 'list', items, isOpen, ...sourceRangeOf(program, { from, to }) }
}

/** What a copy changes that an expression ends with: `order with { … }`. */
function copyAt(program: Program, { from, to }: TokenRange): Creation | undefined {
  for (let at = from + 1; at < to; at = skipGroup(program, at) + 1)
    if (isName(program.tokens[at], 'with')) {
      const copied = creationAt(program, at)
      return copied && program.closing[copied.open] === to - 1 ? copied : undefined
    }
  return undefined
}

/** What is created with named arguments: `new Order(RecipientSms: …)`. What is left out may have a default. */
function readNamedArguments(program: Program, range: TokenRange, depth: number): CodeValue | undefined {
  const { tokens } = program
  if (!isName(tokens[range.from], 'new')) return undefined
  const [step, ...more] = chainStepsOf(program, range) ?? []
  if (more.length > 0) return undefined
  const members = (step?.args ?? []).flatMap(({ from, to }): readonly CodeMember[] => {
    const name = tokens[from]
    if (name?.kind !== 'name' || !isMark(tokens[from + 1], ':')) return []
    const value = readCsharp(program, { from: from + 2, to }, depth + 1)
    return [{ name: name.text, isQuoted: false, start: name.start, end: name.end, value }]
  })
  if (members.length === 0) return undefined
  return openObject(program, range, { members, isTyped: true })
}

/** Reads an expression of C#. */
export function readCsharp(program: Program, range: TokenRange, depth: number): CodeValue {
  const known = readCommon(program, range, readCsharp, depth)
  if (known) return known
  const creation = creationAt(program, range.from)
  if (creation && program.closing[creation.open] === range.to - 1) return readInitialiser(program, creation, depth)
  const copied = copyAt(program, range)
  if (copied) return readInitialiser(program, copied, depth)
  // The initialiser of a member that exists already: `Settings = { Body = … }`.
  if (isGroup(program, range, '{'))
    return readInitialiser(program, { open: range.from, isTyped: true, hasArguments: true }, depth)
  if (isGroup(program, range, '[')) return readCollection(program, range, depth)
  const constructed = readNamedArguments(program, range, depth)
  if (constructed) return constructed
  const steps = chainStepsOf(program, range)
  const built = steps && readBuilder(program, range, steps, (inner) => readCsharp(program, inner, depth + 1))
  return built ?? unknown(sourceRangeOf(program, range))
}
