import { isJsonObject } from '@straks/shared'
import type { Node } from 'jsonc-parser'
import { type JsonSyntaxError, SyntaxErrors } from './syntax-error.ts'

/** Names that differ in case alone mean the same member, and are as long as each other. */
function countNames(names: readonly string[]): number {
  let lengths = 0
  for (const { length } of names) {
    const bit = 1 << length
    if (lengths & bit) return new Set(names.map((name) => name.toLowerCase())).size
    lengths |= bit
  }
  return names.length
}

/**
 * How many members a value has, names that differ in case alone counted once.
 *
 * Where a text was written with more, some object of it names a member twice.
 */
export function countMembers(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((count, member) => count + countMembers(member), 0)
  if (!isJsonObject(value)) return 0
  const names = Object.keys(value)
  let count = countNames(names)
  for (const name of names) {
    const member = value[name]
    if (typeof member === 'object') count += countMembers(member)
  }
  return count
}

/** The members that a later one of the same name, in any case, puts out of force: the first hundred of them. */
export function duplicateMembers(tree: Node | undefined): readonly JsonSyntaxError[] {
  const syntaxErrors = new SyntaxErrors()
  const visit = (node: Node): void => {
    if (node.type === 'object')
      for (const syntaxError of duplicatesOf(node)) {
        if (syntaxErrors.isFull) return
        syntaxErrors.add(syntaxError)
      }
    for (const child of node.children ?? []) visit(child)
  }
  if (tree) visit(tree)
  return syntaxErrors.told
}

function* duplicatesOf(object: Node): Iterable<JsonSyntaxError> {
  const latest = new Map<string, Node>()
  for (const property of object.children ?? []) {
    const key = property.children?.[0]
    if (key === undefined || typeof key.value !== 'string') continue
    const name = key.value.toLowerCase()
    const earlier = latest.get(name)
    if (earlier) {
      yield {
        reason: 'duplicate',
        start: earlier.offset,
        end: earlier.offset + earlier.length,
        name: key.value,
        sameCase: key.value === earlier.value,
        other: { start: key.offset, end: key.offset + key.length },
      }
    }
    latest.set(name, key)
  }
}
