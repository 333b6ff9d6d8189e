import type { Node } from 'jsonc-parser'
import { memberOf, stringBody, stringOf, treeOfFile } from './json-string-body.ts'
import type { Cut, Piece } from './piece.ts'

const SCHEMA = 'schema.getpostman.com'

/** UTF-16 units at the start of a file in which a collection says what it is. */
const HEAD_UNITS = 4_096

/** Whether a text is a Postman collection. */
export const isPostman = (text: string): boolean => text.slice(0, HEAD_UNITS).includes(SCHEMA)

/** Levels of folders in a collection. */
const DEPTH_MAX = 64

function addressOf(request: Node): string {
  const url = memberOf(request, 'url')
  return stringOf(url?.type === 'object' ? memberOf(url, 'raw') : url)
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
    const piece = request && stringBody(text, memberOf(memberOf(request, 'body'), 'raw'), addressOf(request))
    if (piece) pieces.push(piece)
    for (const item of memberOf(node, 'item')?.children ?? []) visit(item, depth + 1)
  }
  const tree = treeOfFile(text)
  // Postman's own interface wraps an exported collection.
  visit(memberOf(tree, 'collection') ?? tree, 0)
  return { pieces, syntaxErrors: [], isEmbedded: true }
}
