import type { Path, Span } from '@straks/shared'
import type { Node } from 'jsonc-parser'
import { writtenOffsets } from './string-offsets.ts'
import { type Located, locate } from './tree.ts'

/** A stretch of text. */
export type Range = { readonly start: number; readonly end: number }

const rangeOf = (node: Node): Range => ({ start: node.offset, end: node.offset + node.length })

/** The part of a place worth underlining: never a whole object over many lines. */
function anchorOf(text: string, { value, key }: Located): Range {
  if (value.type !== 'object' && value.type !== 'array') return rangeOf(value)
  if (key) return rangeOf(key)
  const { start, end } = rangeOf(value)
  const lineFeed = text.slice(start, end).search(/\r?\n/)
  return { start, end: lineFeed < 0 ? end : start + lineFeed }
}

/** The places in strings that findings were already placed in: a text may have as many findings as words. */
const known = new WeakMap<Node, (index: number) => number>()

/** Where the units of a string's value are written. */
export function offsetsOf(text: string, node: Node): (index: number) => number {
  const offsets = known.get(node) ?? writtenOffsets(text, node.offset, node.length)
  known.set(node, offsets)
  return offsets
}

/** Which part of a member a finding is about, and which units of its value where not all of them. */
export type About = { readonly about: 'value' | 'name'; readonly span?: Span | undefined }

/** Where a finding belongs in the text of its request. */
export function rangeOfPath(text: string, tree: Node, path: Path, { about, span }: About): Range {
  const { found, whole } = locate(tree, path)
  if (whole && span && found.value.type === 'string') {
    const offsetOf = offsetsOf(text, found.value)
    const start = offsetOf(span.start)
    const end = offsetOf(span.end)
    if (end > start) return { start, end }
  }
  if (whole && about === 'name' && found.key) return rangeOf(found.key)
  return anchorOf(text, found)
}
