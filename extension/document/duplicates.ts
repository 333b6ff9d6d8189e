import { isJsonObject } from '@straks/shared'
import type { Node } from 'jsonc-parser'
import { type JsonSyntaxError, SyntaxErrors } from './syntax-error.ts'

const SMALL = 0x20
const ASCII_END = 0x80

/**
 * One bit, the same for names that differ in case alone: they are as long as each other, and end with the same letter. No bit
 * for a name whose last letter might have other forms yet.
 */
function bitOf(name: string): number {
  const last = name.charCodeAt(name.length - 1)
  return last < ASCII_END ? 1 << (name.length * 3 + (last | SMALL)) : 0
}

/** How many of an object's names are different, whatever their case. */
function countNames(value: Readonly<Record<string, unknown>>): number {
  let seen = 0
  let count = 0
  for (const name in value) {
    const bit = bitOf(name)
    if (bit === 0 || seen & bit) return new Set(Object.keys(value).map((each) => each.toLowerCase())).size
    seen |= bit
    count++
  }
  return count
}

/**
 * How many members a value has, names that differ in case alone counted once.
 *
 * Where a text was written with more, some object of it names a member twice.
 */
export function countMembers(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((count, member) => count + countMembers(member), 0)
  if (!isJsonObject(value)) return 0
  let count = countNames(value)
  for (const name in value) {
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
