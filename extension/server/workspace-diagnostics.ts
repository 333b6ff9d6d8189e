import {
  type CancellationToken,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver'
import { type FileSource, type FileText, NOT_UTF8 } from './host.ts'
import type { Service } from './service.ts'

const SEED = 5381
const FACTOR = 33

/** A short name for a text, to tell whether it is still the same. */
function fingerprint(text: FileText): string {
  if (text === NOT_UTF8) return 'not-utf-8'
  let sum = SEED
  for (let at = 0; at < text.length; at++) sum = (Math.imul(sum, FACTOR) + text.charCodeAt(at)) | 0
  return `${text.length}.${sum}`
}

/**
 * Answers for all files of the workspace whose name promises requests.
 *
 * An editor asks again as soon as it has an answer. So the first answer is given at once and the next only after a file
 * has changed: until then the question is kept waiting.
 */
export class WorkspaceDiagnostics {
  readonly #service: Service
  readonly #files: FileSource
  #changed = true
  #wake: (() => void) | undefined

  constructor(service: Service, files: FileSource) {
    this.#service = service
    this.#files = files
  }

  /** Says that some file, or what is wanted of them, is no longer what it was. */
  changed(): void {
    this.#changed = true
    this.#wake?.()
  }

  async report(known: ReadonlyMap<string, string>, token: CancellationToken): Promise<WorkspaceDiagnosticReport> {
    if (!this.#changed && known.size > 0) await this.#untilChanged(token)
    this.#checkWaitedFor(token)
    this.#changed = false
    const items: WorkspaceDiagnosticReport['items'] = []
    const report = async (uri: string, text: FileText): Promise<void> => {
      const resultId = `${this.#service.resultId(uri)}.${fingerprint(text)}`
      items.push(
        known.get(uri) === resultId
          ? { kind: 'unchanged', uri, version: null, resultId }
          : { kind: 'full', uri, version: null, resultId, items: await this.#service.diagnosticsOfFile(uri, text) },
      )
    }
    for (const uri of await this.#files.list()) {
      this.#checkWaitedFor(token)
      const text = this.#service.documents.get(uri) ? undefined : await this.#files.read(uri)
      if (text !== undefined) await report(uri, text)
    }
    // What is wrong with the settings of the files above is told too, where their owner will look for it.
    for (const { uri, text } of this.#service.configuration.configFiles.known())
      if (!this.#service.documents.get(uri)) await report(uri, text)
    const gone = [...known.keys()].filter((uri) => !items.some((item) => item.uri === uri))
    for (const uri of gone) items.push({ kind: 'full', uri, version: null, items: [] })
    return { items }
  }

  /** Gives up a question that was taken back. What is new is told with the next: of files not reached nothing is known. */
  #checkWaitedFor(token: CancellationToken): void {
    if (!token.isCancellationRequested) return
    this.#changed = true
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The question was taken back.')
  }

  #untilChanged(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve
      token.onCancellationRequested(() => resolve())
    })
  }
}
