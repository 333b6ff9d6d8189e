import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { PREVIEW_REQUEST, type Preview, type RequestPlace } from '../protocol.ts'
import { movedPlace, type TextChange } from './moved-place.ts'
import { previewHtml } from './preview-html.ts'
import { CLIENT_WORDS, tell } from './words.ts'

/** The place that a lens names, or where the cursor is. */
export function requestPlaceOf(place: RequestPlace | undefined): RequestPlace | undefined {
  if (place && typeof place.uri === 'string') return place
  const editor = vscode.window.activeTextEditor
  const active = editor?.selection.active
  return active && { uri: editor.document.uri.toString(), line: active.line, character: active.character }
}

/** Asks the server what the request at a place will look like. */
export async function askPreview(client: BaseLanguageClient, place: RequestPlace): Promise<Preview | undefined> {
  const answer = await client.sendRequest<Preview | null>(PREVIEW_REQUEST, place)
  return answer ?? undefined
}

/** One panel beside the editor that follows the request it was opened for. */
export class PreviewPanel implements vscode.Disposable {
  readonly #ask: (place: RequestPlace) => Promise<Preview | undefined>
  #panel: vscode.WebviewPanel | undefined
  #place: RequestPlace | undefined

  constructor(ask: (place: RequestPlace) => Promise<Preview | undefined>) {
    this.#ask = ask
  }

  async open(place: RequestPlace): Promise<void> {
    const preview = await this.#ask(place)
    if (!preview) {
      await vscode.window.showInformationMessage(tell(CLIENT_WORDS.noRequest))
      return
    }
    this.#place = { uri: place.uri, ...preview.start }
    this.#panel ??= this.#create()
    this.#render(this.#panel, preview)
    this.#panel.reveal(undefined, true)
  }

  /** Draws the panel anew after an edit of the document it shows. */
  async follow(uri: string): Promise<void> {
    if (!this.#panel || !this.#place || this.#place.uri !== uri) return
    const preview = await this.#ask(this.#place)
    if (preview && this.#panel) this.#render(this.#panel, preview)
  }

  /** Keeps to the request while text before it comes and goes. */
  changed(uri: string, changes: readonly TextChange[]): void {
    if (!this.#place || this.#place.uri !== uri) return
    const { line, character = 0 } = this.#place
    this.#place = { uri, ...movedPlace({ line, character }, changes) }
  }

  /** Keeps to the file under its new name, its folder's included. */
  renamed(from: string, to: string): void {
    if (!this.#place) return
    const { uri } = this.#place
    if (uri === from || uri.startsWith(`${from}/`)) this.#place = { ...this.#place, uri: to + uri.slice(from.length) }
  }

  #create(): vscode.WebviewPanel {
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }
    const panel = vscode.window.createWebviewPanel('straks.preview', 'Straks', column, { localResourceRoots: [] })
    panel.onDidDispose(() => {
      this.#panel = undefined
    })
    return panel
  }

  #render(panel: vscode.WebviewPanel, preview: Preview): void {
    panel.title = `${tell(CLIENT_WORDS.preview)}: ${preview.title}`
    panel.webview.html = previewHtml(
      preview,
      {
        to: tell(CLIENT_WORDS.to),
        from: tell(CLIENT_WORDS.from),
        subject: tell(CLIENT_WORDS.subject),
        alternative: tell(CLIENT_WORDS.alternative),
        refused: tell(CLIENT_WORDS.refused, { count: preview.errors }),
      },
      crypto.randomUUID(),
    )
  }

  dispose(): void {
    this.#panel?.dispose()
  }
}
