import { type Path, readNumber } from '@straks/shared'
import type { Node } from 'jsonc-parser'

const numberOf = ({ value, offset, length }: Node, text: string): unknown =>
  readNumber(Number(value), text.slice(offset, offset + length))

/** What a tree of a text says, as plain data. Names such as `__proto__` stay names. */
export function dataOf(node: Node, text: string): unknown {
  if (node.type === 'array') return (node.children ?? []).map((child) => dataOf(child, text))
  if (node.type === 'number') return numberOf(node, text)
  if (node.type !== 'object') return node.value
  return Object.fromEntries(
    (node.children ?? []).flatMap((property) => {
      const [key, value] = property.children ?? []
      // A name whose value is yet to be written still tells what kind of object it stands in.
      return key ? [[String(key.value), value && dataOf(value, text)] as const] : []
    }),
  )
}

/** A member or element found by its path: its value, and the key it hangs on if it has one. */
export type Located = { readonly value: Node; readonly key?: Node }

/** From how many members on an object's are looked up in a table, so that as many findings cost no square of them. */
const TABLE_FROM_MEMBERS = 16

/** The last member of each name, of the large objects that were asked for one. */
const tables = new WeakMap<Node, ReadonlyMap<string, Node>>()

function tableOf(node: Node, members: readonly Node[]): ReadonlyMap<string, Node> {
  const known = tables.get(node)
  if (known) return known
  const table = new Map(
    members.flatMap((one) => (nameOf(one) === undefined ? [] : [[nameOf(one) ?? '', one] as const])),
  )
  tables.set(node, table)
  return table
}

/** The member of an object that a name means: the last one, where several have it. */
function memberOf(node: Node, name: string): Node | undefined {
  const { children = [] } = node
  if (node.type !== 'object') return undefined
  if (children.length >= TABLE_FROM_MEMBERS) return tableOf(node, children).get(name)
  return children.findLast((one) => nameOf(one) === name)
}

function child(node: Node, step: string | number): Located | undefined {
  if (typeof step === 'number') {
    const value = node.type === 'array' ? node.children?.[step] : undefined
    return value && { value }
  }
  const [key, value] = memberOf(node, step)?.children ?? []
  return key && value && { key, value }
}

/** What stands at a path, or at the longest part of it that the tree has. */
export function locate(tree: Node, path: Path): { readonly found: Located; readonly whole: boolean } {
  let found: Located = { value: tree }
  for (const step of path) {
    const next = child(found.value, step)
    if (!next) return { found, whole: false }
    found = next
  }
  return { found, whole: true }
}

/** The member of an object that a name in any letter case stands for, as an empty one may be spelt. */
function looseChild(node: Node, step: string | number): Located | undefined {
  const exact = child(node, step)
  if (exact || typeof step === 'number') return exact
  const folded = step.toLowerCase()
  const name =
    node.type === 'object' ? node.children?.findLast((one) => nameOf(one)?.toLowerCase() === folded) : undefined
  const written = name && nameOf(name)
  return written === undefined ? undefined : child(node, written)
}

const nameOf = (property: Node): string | undefined => {
  const name: unknown = property.children?.[0]?.value
  return typeof name === 'string' ? name : undefined
}

/** What stands at a path whatever the letter case of its names, and how many of its steps the tree has. */
export function locateLoosely(
  tree: Node,
  path: Path,
): { readonly found: Located; readonly whole: boolean; readonly depth: number } {
  let found: Located = { value: tree }
  for (const [depth, step] of path.entries()) {
    const next = looseChild(found.value, step)
    if (!next) return { found, whole: false, depth }
    found = next
  }
  return { found, whole: true, depth: path.length }
}

/** The path that leads to a node. */
export function pathTo(node: Node): Path {
  const { parent } = node
  if (!parent) return []
  if (parent.type === 'array') return [...pathTo(parent), parent.children?.indexOf(node) ?? 0]
  if (parent.type !== 'property' || !parent.parent) return pathTo(parent)
  return [...pathTo(parent.parent), String(parent.children?.[0]?.value)]
}

/** The innermost node that holds an offset, its ends included. */
export function nodeAt(tree: Node, offset: number): Node | undefined {
  if (offset < tree.offset || offset > tree.offset + tree.length) return undefined
  for (const one of tree.children ?? []) {
    const found = nodeAt(one, offset)
    if (found) return found
  }
  return tree
}
