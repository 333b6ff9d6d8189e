import { type DocumentKind, documentKinds } from '@straks/shared'
import { getLocation, visit } from 'jsonc-parser'
import type { CompletionItem, Position } from 'vscode-languageserver'
import type { FilePiece } from '../../lint/lint-file.ts'
import { type LintedDocument, pieceAt } from '../open-document.ts'
import { completeKeyword } from './complete-keyword.ts'
import { completeMember } from './complete-member.ts'
import { completeRequest } from './complete-request.ts'
import { completeValue } from './complete-value.ts'
import type { WritingClient, WritingPlace } from './writing-place.ts'

/** The keys that ask for completion by themselves. */
export const TRIGGER_CHARACTERS = ['"', '$', ':']

/** What may be written at a place. */
export function complete(judged: LintedDocument, position: Position, client: WritingClient): CompletionItem[] {
  const { snippets } = client
  const offset = judged.text.offsetAt(position)
  const one = pieceAt(judged, offset)
  if (!one) return completeRequest(judged, offset, snippets)
  const { text, start, map } = one.piece
  // What is completed is JSON, and would have to be written otherwise there.
  if (map) return []
  const caret = offset - start
  if (judged.form.comments && isInComment(text, caret)) return []
  const location = getLocation(text, caret)
  if (!one.kind && location.path.length === 0) return completeRequest(judged, offset, snippets)
  const kinds = kindsAt(one, judged)
  const place: WritingPlace = { judged, kinds, text, start, caret }
  const keywords = completeKeyword(place, one)
  if (keywords) return keywords
  return location.isAtPropertyKey ? completeMember(place, location, client) : completeValue(place, location)
}

/** Whether a place is in a comment. */
function isInComment(text: string, caret: number): boolean {
  let isIn = false
  const onComment = (offset: number, length: number): void => {
    const isOpen = text.charAt(offset + 1) === '/' && caret === offset + length
    isIn ||= offset < caret && (caret < offset + length || isOpen)
  }
  visit(text, { onComment }, { disallowComments: false })
  return isIn
}

/** The kinds that a request may be: before it has said so, all of them, in a file that promises one. */
function kindsAt({ kind }: FilePiece, { form }: LintedDocument): readonly DocumentKind[] {
  if (kind) return [kind]
  if (!form.promised) return []
  const named = documentKinds.filter(({ name }) => name === form.kindName)
  return named.length > 0 ? named : documentKinds
}
