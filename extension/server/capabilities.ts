import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver'
import { FIX_ALL_KIND } from './features/code-actions.ts'
import { TRIGGER_CHARACTERS } from './features/completion.ts'
import { SOURCE } from './features/diagnostics.ts'

/** What the server tells a client that it can do. */
export const CAPABILITIES: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  diagnosticProvider: { identifier: SOURCE, interFileDependencies: false, workspaceDiagnostics: true },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND] },
  hoverProvider: true,
  completionProvider: { triggerCharacters: TRIGGER_CHARACTERS },
  inlayHintProvider: true,
  codeLensProvider: {},
  documentSymbolProvider: true,
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
}
