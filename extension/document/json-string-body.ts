import { type Node, parseTree } from 'jsonc-parser'
import { bodyPiece } from './json-body.ts'
import { kindOfAddress } from './kind-of-address.ts'
import type { INSOMNIA_VARIABLES } from './mask-variables.ts'
import type { Piece } from './piece.ts'
import { decodeJsonString } from './string-text.ts'
import { survey } from './survey.ts'
import { TextBuilder } from './text-builder.ts'

/** Levels of JSON that are parsed. */
const NESTING_MAX = 256

/** The tree of a file that holds requests in strings; `undefined` where it is no JSON, or nests too deep to be read. */
export const treeOfFile = (text: string): Node | undefined =>
  survey(text).depth > NESTING_MAX ? undefined : parseTree(text)

/** The value of an object's member. */
export const memberOf = (node: Node | undefined, name: string): Node | undefined =>
  node?.type === 'object'
    ? node.children?.findLast(({ children: [key] = [] }) => key?.value === name)?.children?.[1]
    : undefined

/** The text of a string; empty where there is none. */
export const stringOf = (node: Node | undefined): string => (typeof node?.value === 'string' ? node.value : '')

/** The request that a string of a file holds as JSON, and which is sent to an address. */
export function stringBody(
  text: string,
  string: Node | undefined,
  address: string,
  delimiters?: typeof INSOMNIA_VARIABLES,
): Piece | undefined {
  if (string?.type !== 'string') return undefined
  const builder = new TextBuilder(text)
  decodeJsonString(text, string.offset, builder)
  builder.writable(0, { start: string.offset + 1, end: string.offset + string.length - 1 }, 'double')
  const { map, text: body } = builder.result()
  return bodyPiece({
    start: string.offset + 1,
    text: body,
    map,
    kindName: kindOfAddress(address),
    ...(delimiters && { delimiters }),
  })
}
