import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node'
import { builtServer } from '../../support/built-server/file.ts'

/** What may differ between two clients. */
export type ClientOptions = {
  readonly capabilities?: ClientCapabilities
  readonly locale?: string
  readonly initializationOptions?: unknown
  readonly folder?: string
  readonly folders?: readonly string[]
}

/** The language server as a process of its own, and a client of it over standard input and output. */
export class ServerProcess {
  readonly #process: ChildProcess
  readonly connection: ProtocolConnection
  readonly initialized: Promise<InitializeResult>
  readonly published: PublishDiagnosticsParams[] = []
  readonly #waiting: (() => void)[] = []

  constructor(options: ClientOptions = {}) {
    const child = spawn(process.execPath, [builtServer(), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
    this.#process = child
    this.connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    )
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.push(params)
      for (const wake of this.#waiting.splice(0)) wake()
    })
    this.connection.listen()
    // A server that cannot start answers nothing: its test fails at once rather than when its time is up.
    const ended = new Promise<never>((_, reject) => {
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
      child.once('error', reject)
    })
    this.initialized = Promise.race([ended, this.#initialize(options)])
    this.initialized.catch(() => undefined)
  }

  async #initialize({
    capabilities = {},
    locale,
    initializationOptions,
    folder,
    folders = folder === undefined ? undefined : [folder],
  }: ClientOptions): Promise<InitializeResult> {
    const result = await this.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities,
      initializationOptions,
      ...(locale !== undefined && { locale }),
      ...(folders && { workspaceFolders: folders.map((uri) => ({ uri, name: 'folder' })) }),
    })
    await this.connection.sendNotification(InitializedNotification.type, {})
    return result
  }

  async open(uri: string, text: string, languageId = 'json'): Promise<void> {
    await this.initialized
    const textDocument = { uri, languageId, version: 1, text }
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument })
  }

  async change(uri: string, version: number, contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    })
  }

  /** What the server answers when it is asked for the diagnostics of a document. */
  async pull(uri: string): Promise<Diagnostic[]> {
    const report = await this.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } })
    return report.kind === 'full' ? report.items : []
  }

  /** The next diagnostics that the server sends of its own accord. */
  async nextPublished(): Promise<PublishDiagnosticsParams> {
    if (this.published.length === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    const next = this.published.shift()
    if (!next) throw new Error('nothing was published')
    return next
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return this.connection.dispose()
    const gone = once(this.#process, 'exit')
    await this.initialized
    await this.connection.sendRequest(ShutdownRequest.type)
    await this.connection.sendNotification(ExitNotification.type)
    await gone
    this.connection.dispose()
  }
}
