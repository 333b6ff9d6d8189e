import type { Path } from '@straks/shared'
import type { Node } from 'jsonc-parser'

/** What a tree says, as plain data. Names such as `__proto__` stay names. */
export function dataOf(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(dataOf)
  if (node.type !== 'object') return node.value
  return Object.fromEntries(
    (node.children ?? []).flatMap((property) => {
      const [key, value] = property.children ?? []
      // A name whose value is yet to be written still tells what kind of object it stands in.
      return key ? [[String(key.value), value && dataOf(value)] as const] : []
    }),
  )
}

/** A member or element found by its path: its value, and the key it hangs on if it has one. */
export type Located = { readonly value: Node; readonly key?: Node }

function child(node: Node, step: string | number): Located | undefined {
  if (typeof step === 'number') {
    const value = node.type === 'array' ? node.children?.[step] : undefined
    return value && { value }
  }
  const property =
    node.type === 'object' ? node.children?.findLast((one) => one.children?.[0]?.value === step) : undefined
  const [key, value] = property?.children ?? []
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
