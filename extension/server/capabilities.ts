import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver'
import { TRIGGER_CHARACTERS } from './features/completion.ts'
import { SOURCE } from './features/diagnostics.ts'
import { FIX_ALL_KIND } from './features/fix-all.ts'

/** What the server tells a client that it can do. */
export const CAPABILITIES: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  diagnosticProvider: { identifier: SOURCE, interFileDependencies: false, workspaceDiagnostics: true },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND], resolveProvider: true },
  hoverProvider: true,
  completionProvider: { triggerCharacters: TRIGGER_CHARACTERS },
  inlayHintProvider: true,
  codeLensProvider: {},
  documentSymbolProvider: true,
  documentLinkProvider: {},
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
}
