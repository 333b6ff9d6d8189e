import type { Language, Words } from '@straks/shared'
import type { CodeLens } from 'vscode-languageserver'
import { startOfRequest } from '../../document/place-in-file.ts'
import { COMMANDS } from '../../protocol.ts'
import type { LintedDocument } from '../open-document.ts'
import { INSTANT_ROUTES } from '../routes.ts'

const PREVIEW: Words = { en: 'Preview', nb: 'Forhåndsvis', nn: 'Førehandsvis' }
const SEND: Words = { en: 'Send to inbox', nb: 'Send til innboksen', nn: 'Send til innboksen' }

/** Beyond this many requests, lenses between the lines are in the way: an outline serves better. */
const MOST_REQUESTS = 200

/** `Preview · Send to inbox` above each request. */
export function codeLenses({ text, linted }: LintedDocument, language: Language): CodeLens[] {
  const known = linted.pieces.filter(({ kind }) => kind && kind.elsewhere === undefined)
  if (known.length > MOST_REQUESTS) return []
  return known.flatMap(({ piece, kind }) => {
    const start = text.positionAt(startOfRequest(piece))
    const range = { start, end: start }
    const place = { uri: text.uri, line: start.line, character: start.character }
    const preview = { range, command: { title: PREVIEW[language], command: COMMANDS.preview, arguments: [place] } }
    const send = { range, command: { title: SEND[language], command: COMMANDS.send, arguments: [place] } }
    return kind && INSTANT_ROUTES.has(kind.name) ? [preview, send] : [preview]
  })
}
