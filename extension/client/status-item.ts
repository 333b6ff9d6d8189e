import * as vscode from 'vscode'
import type { DocumentStatus } from '../protocol.ts'
import { SELECTOR } from './selector.ts'
import { CLIENT_WORDS, tell } from './words.ts'

/** What the language status says of the document in front: how many requests it holds and how they fare. */
export class StatusItem implements vscode.Disposable {
  readonly #item = vscode.languages.createLanguageStatusItem('straks.status', SELECTOR)
  readonly #known = new Map<string, DocumentStatus>()

  constructor() {
    this.#item.name = 'Straks'
    this.#item.text = 'Straks'
  }

  /** Takes over what the server says of a document. */
  update(status: DocumentStatus): void {
    this.#known.set(vscode.Uri.parse(status.uri).toString(), status)
    this.show(vscode.window.activeTextEditor)
  }

  show(editor: vscode.TextEditor | undefined): void {
    const status = editor && this.#known.get(editor.document.uri.toString())
    void vscode.commands.executeCommand('setContext', 'straks.hasRequests', (status?.requests ?? 0) > 0)
    if (!status) {
      this.#item.text = 'Straks'
      this.#item.detail = ''
      this.#item.severity = vscode.LanguageStatusSeverity.Information
      return
    }
    const { requests: count, errors, warnings, gaveUp } = status
    this.#item.text = gaveUp === undefined ? `Straks: ${count}` : tell(CLIENT_WORDS.gaveUp)
    this.#item.detail =
      gaveUp ?? tell(errors + warnings === 0 ? CLIENT_WORDS.clean : CLIENT_WORDS.found, { count, errors, warnings })
    this.#item.severity = severityOf(status)
  }

  dispose(): void {
    this.#item.dispose()
  }
}

function severityOf({ errors, warnings, gaveUp }: DocumentStatus): vscode.LanguageStatusSeverity {
  if (errors > 0) return vscode.LanguageStatusSeverity.Error
  if (warnings > 0 || gaveUp !== undefined) return vscode.LanguageStatusSeverity.Warning
  return vscode.LanguageStatusSeverity.Information
}
