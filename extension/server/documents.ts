import type { TextDocumentItem } from 'vscode-languageserver'
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument'
import { formOf } from './form-of.ts'
import type { Host } from './host.ts'
import { OpenDocument } from './open-document.ts'
import { PositionCodec } from './position-codec.ts'

/** The documents that an editor has open and that may hold requests. */
export class Documents {
  readonly #open = new Map<string, OpenDocument>()
  readonly #host: Host
  #count = 0
  /** How the client counts positions. */
  codec = new PositionCodec()

  constructor(host: Host) {
    this.#host = host
  }

  open(document: TextDocumentItem): void {
    const form = formOf(document.uri, document.languageId)
    if (form)
      this.#open.set(
        document.uri,
        new OpenDocument({ host: this.#host, codec: this.codec, number: ++this.#count }, form, document),
      )
  }

  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    this.#open.get(uri)?.change(changes, version)
  }

  close(uri: string): void {
    this.#open.delete(uri)
  }

  get(uri: string): OpenDocument | undefined {
    return this.#open.get(uri)
  }

  uris(): readonly string[] {
    return [...this.#open.keys()]
  }
}
