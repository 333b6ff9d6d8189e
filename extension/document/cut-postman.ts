import { type Node, parseTree } from 'jsonc-parser'
import { bodyPiece } from './json-body.ts'
import { kindOfAddress } from './kind-of-address.ts'
import type { Cut, Piece } from './piece.ts'
import { decodeJsonString } from './string-text.ts'
import { survey } from './survey.ts'
import { TextBuilder } from './text-builder.ts'

const SCHEMA = 'schema.getpostman.com'

/** UTF-16 units at the start of a file in which a collection says what it is. */
const HEAD_UNITS = 4_096

/** Whether a text is a Postman collection. */
export const isPostman = (text: string): boolean => text.slice(0, HEAD_UNITS).includes(SCHEMA)

/** Levels of folders in a collection. */
const DEPTH_MAX = 64

/** Levels of JSON that are parsed. */
const NESTING_MAX = 256

const memberOf = (node: Node | undefined, name: string): Node | undefined =>
  node?.type === 'object'
    ? node.children?.findLast(({ children: [key] = [] }) => key?.value === name)?.children?.[1]
    : undefined

function addressOf(request: Node): string {
  const url = memberOf(request, 'url')
  const raw = url?.type === 'object' ? memberOf(url, 'raw') : url
  return typeof raw?.value === 'string' ? raw.value : ''
}

function requestPiece(text: string, request: Node): Piece | undefined {
  const raw = memberOf(memberOf(request, 'body'), 'raw')
  if (raw?.type !== 'string') return undefined
  const builder = new TextBuilder(text)
  decodeJsonString(text, raw.offset, builder)
  builder.writable(0, { start: raw.offset + 1, end: raw.offset + raw.length - 1 }, 'double', false)
  const { map, text: body } = builder.result()
  return bodyPiece({ start: raw.offset + 1, text: body, map, kindName: kindOfAddress(addressOf(request)) })
}

/**
 * Cuts the bodies out of a Postman collection, where each is JSON in a string. Recorded answers, and the requests that
 * they were answers to, are passed over.
 */
export function cutPostman(text: string): Cut {
  const pieces: Piece[] = []
  const visit = (node: Node | undefined, depth: number): void => {
    if (!node || depth > DEPTH_MAX) return
    const request = memberOf(node, 'request')
    const piece = request && requestPiece(text, request)
    if (piece) pieces.push(piece)
    for (const item of memberOf(node, 'item')?.children ?? []) visit(item, depth + 1)
  }
  const tree = survey(text).depth > NESTING_MAX ? undefined : parseTree(text)
  // Postman's own interface wraps an exported collection.
  visit(memberOf(tree, 'collection') ?? tree, 0)
  return { pieces, syntaxErrors: [], isEmbedded: true }
}
