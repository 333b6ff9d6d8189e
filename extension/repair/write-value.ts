import type { JsonValue } from '@straks/shared'
import type { Node } from 'jsonc-parser'
import { indentOf, lineEndOf } from './blank.ts'

/** How the text around writes its values. */
type Style = {
  /** What stands between a name's colon and its value. */
  readonly afterColon: string
  /** What stands inside the braces of an object on one line. */
  readonly inBraces: string
  readonly lineEnd: string
  /** The indent of one more level; `undefined` where everything stands on one line. */
  readonly indent: string | undefined
}

const STRING = /"(?:[^"\\]|\\.)*"/g

const ONLY_SPACES = /^[ \t]*$/

const firstProperty = (node: Node): Node | undefined => {
  if (node.type === 'property') return node
  for (const child of node.children ?? []) {
    const found = firstProperty(child)
    if (found) return found
  }
  return undefined
}

const rootOf = (node: Node): Node => (node.parent ? rootOf(node.parent) : node)

function afterColonIn(text: string, node: Node): string {
  const property = firstProperty(node) ?? firstProperty(rootOf(node))
  const value = property?.children?.[1]
  // A text without any blank is not given its first one.
  if (property?.colonOffset === undefined || !value) return /\s/.test(text.replaceAll(STRING, '')) ? ' ' : ''
  const spaces = text.slice(property.colonOffset + 1, value.offset)
  return ONLY_SPACES.test(spaces) ? spaces : ' '
}

/** The first object or list in a node that has something in it, the node itself before what it holds. */
const firstFilled = (node: Node): Node | undefined => {
  if (node.type !== 'property' && (node.children?.length ?? 0) > 0) return node
  for (const child of node.children ?? []) {
    const found = firstFilled(child)
    if (found) return found
  }
  return undefined
}

/** Reads the style of a text from one of its nodes, an object or a list whose like is to be written. */
export function styleOf(text: string, model: Node): Style {
  const filled = firstFilled(model)
  const first = filled?.children?.[0]
  const gap = filled && first ? text.slice(filled.offset + 1, first.offset) : ''
  const outer = indentOf(text, model.offset)
  const inner = first ? indentOf(text, first.offset) : outer
  const isOnLines = /[\r\n]/.test(gap) && inner.length > outer.length
  return {
    afterColon: afterColonIn(text, model),
    inBraces: filled?.type === 'object' && ONLY_SPACES.test(gap) ? gap : '',
    lineEnd: lineEndOf(text, first?.offset ?? model.offset),
    indent: isOnLines ? inner.slice(outer.length) : undefined,
  }
}

/** Writes a value in a style, its first line where it stands and the others from `outer` on. */
export function writeValue(value: JsonValue, style: Style, outer: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const isList = Array.isArray(value)
  const inner = outer + (style.indent ?? '')
  const written = Object.entries(value).map(([name, member]: [string, JsonValue]) =>
    isList
      ? writeValue(member, style, inner)
      : `${JSON.stringify(name)}:${style.afterColon}${writeValue(member, style, inner)}`,
  )
  const [open, close] = isList ? ['[', ']'] : ['{', '}']
  if (written.length === 0) return open + close
  if (style.indent === undefined) {
    const pad = isList ? '' : style.inBraces
    return open + pad + written.join(`,${style.afterColon}`) + pad + close
  }
  const lines = written.map((line) => `${style.lineEnd}${inner}${line}`)
  return `${open}${lines.join(',')}${style.lineEnd}${outer}${close}`
}
