import type { Message, MessageStrategy } from 'vscode-languageserver'
import * as z from 'zod'
import { PREVIEW_REQUEST, VALIDATE_REQUEST } from '../protocol.ts'

/** A URI of any document, with room to spare. */
const URI_MAX_UNITS = 65_536

const Uri = z.string().max(URI_MAX_UNITS)
const Count = z.int().nonnegative()
const Position = z.object({ line: Count, character: Count })
const Range = z.object({ start: Position, end: Position })
const OfDocument = z.object({ textDocument: z.object({ uri: Uri }) })
const AtPosition = OfDocument.extend({ position: Position })
const InRange = OfDocument.extend({ range: Range })

/** What each method is called with, as far as it is read here. */
const PARAMETERS: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ['initialize', z.object({ capabilities: z.object({}) })],
  ['textDocument/didOpen', z.object({ textDocument: z.object({ uri: Uri, version: z.int(), text: z.string() }) })],
  [
    'textDocument/didChange',
    OfDocument.extend({ contentChanges: z.array(z.object({ text: z.string(), range: Range.optional() })) }),
  ],
  ['textDocument/didClose', OfDocument],
  ['workspace/didChangeConfiguration', z.object({})],
  ['workspace/didChangeWatchedFiles', z.object({ changes: z.array(z.object({ uri: Uri })) })],
  [
    'workspace/didChangeWorkspaceFolders',
    z.object({ event: z.object({ added: z.array(z.object({ uri: Uri })), removed: z.array(z.object({ uri: Uri })) }) }),
  ],
  ['textDocument/diagnostic', OfDocument.extend({ previousResultId: z.string().nullish() })],
  ['workspace/diagnostic', z.object({ previousResultIds: z.array(z.object({ uri: Uri, value: z.string() })) })],
  ['textDocument/codeAction', InRange.extend({ context: z.object({ diagnostics: z.array(z.unknown()) }) })],
  ['codeAction/resolve', z.object({ title: z.string() })],
  ['textDocument/hover', AtPosition],
  ['textDocument/completion', AtPosition],
  ['textDocument/inlayHint', InRange],
  ['textDocument/codeLens', OfDocument],
  ['textDocument/documentSymbol', OfDocument],
  ['textDocument/documentLink', OfDocument],
  ['textDocument/foldingRange', OfDocument],
  ['textDocument/selectionRange', OfDocument.extend({ positions: z.array(Position) })],
  [PREVIEW_REQUEST, z.object({ uri: Uri, line: Count, character: Count.optional() })],
  [VALIDATE_REQUEST, z.object({ text: z.string() })],
])

/** What a request or notification becomes whose parameters cannot be read. */
export const UNREADABLE_METHOD = 'straks/unreadable'

/** A request or a notification. An answer has no method. */
const Called = z.object({ method: z.string(), params: z.unknown() })

/** What is wrong with a message's parameters; `undefined` where nothing is. */
function problemOf(message: Message): string | undefined {
  const called = Called.safeParse(message)
  if (!called.success) return undefined
  const read = PARAMETERS.get(called.data.method)?.safeParse(called.data.params)
  if (!read || read.success) return undefined
  const [issue] = read.error.issues
  const place = issue && issue.path.length > 0 ? issue.path.join('.') : 'params'
  return `${called.data.method}: ${place}: ${issue?.message ?? 'cannot be read'}`
}

/** Judges the parameters of every message before anything else reads them: what cannot be read is answered, not tried. */
export const checkedParameters: MessageStrategy = {
  handleMessage(message, next) {
    const problem = problemOf(message)
    if (problem === undefined) return next(message)
    const unreadable = { ...message, method: UNREADABLE_METHOD, params: { problem } }
    return next(unreadable)
  },
}
