import type { DocumentKind } from '@straks/shared'
import { getLocation } from 'jsonc-parser'
import type { CompletionItem, Position } from 'vscode-languageserver'
import { type Judged, pieceAt } from '../open-document.ts'
import { completeKeyword } from './complete-keyword.ts'
import { completeMember } from './complete-member.ts'
import { completeRequest } from './complete-request.ts'
import { completeValue } from './complete-value.ts'

/** A place in a request where something is being written. */
export type WritingPlace = {
  readonly judged: Judged
  readonly kind: DocumentKind
  /** The request's text, where it starts in the document, and where in it the caret stands. */
  readonly text: string
  readonly start: number
  readonly caret: number
}

/** The keys that ask for completion by themselves. */
export const TRIGGER_CHARACTERS = ['"', '$', ':']

/** What may be written at a place. */
export function complete(judged: Judged, position: Position): CompletionItem[] {
  const offset = judged.text.offsetAt(position)
  const one = pieceAt(judged, offset)
  if (!one?.kind) return completeRequest(judged, offset)
  const { text, start } = one.piece
  const place: WritingPlace = { judged, kind: one.kind, text, start, caret: offset - start }
  const keywords = completeKeyword(place)
  if (keywords) return keywords
  const location = getLocation(text, place.caret)
  return location.isAtPropertyKey ? completeMember(place, location) : completeValue(place, location)
}
