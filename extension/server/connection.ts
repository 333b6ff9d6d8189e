import {
  CodeLensRefreshRequest,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticParams,
  ErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
} from 'vscode-languageserver'
import { PROMISED_GLOB } from '../document/file-form.ts'
import { CONFIG_FILE_NAME } from '../lint/config-file.ts'
import { PREVIEW_REQUEST, type RequestPlace, STATUS_NOTIFICATION, VALIDATE_REQUEST } from '../protocol.ts'
import { CAPABILITIES } from './capabilities.ts'
import { type EditorClient, readClient } from './client.ts'
import { clientFiles } from './client-files.ts'
import { isConfigFile } from './configuration/config-files.ts'
import { readDeferred } from './features/fix-all.ts'
import type { ConnectionHandler } from './host.ts'
import { ServerLifecycle } from './lifecycle.ts'
import type { OpenDocument } from './open-document.ts'
import { UNREADABLE_METHOD } from './parameters.ts'
import { type LineSource, PositionCodec } from './position-codec.ts'
import { Service } from './service.ts'
import { WorkspaceDiagnostics } from './workspace-diagnostics.ts'

/** The name that settings have in an editor. */
const SECTION = 'straks'

const lineOf =
  (document: OpenDocument | undefined): LineSource =>
  (line) =>
    document?.lineAt(line) ?? ''

/** Serves a client: every request becomes one call of the service, and nothing is decided here. */
export const serve: ConnectionHandler = (connection, host, filesIn, defaultRulePages) => {
  const service = new Service(host)
  let client: EditorClient | undefined
  let workspace: WorkspaceDiagnostics | undefined
  const folders = new Set<string>()
  const lifecycle = new ServerLifecycle()
  const serving: ServerLifecycle['serving'] = (handler) => lifecycle.serving(handler)
  const warned = new Set<string>()

  const show = async (uri: string): Promise<void> => {
    const document = service.documents.get(uri)
    const isStillOpen = (): boolean => service.documents.get(uri) === document
    const diagnostics = client?.pulls ? undefined : await diagnosticsOf(uri)
    // What was told of it when it was closed, or opened anew, is the last word.
    if (diagnostics && isStillOpen()) await connection.sendDiagnostics({ uri, diagnostics })
    const status = client?.initialization.commands ? await service.status(uri) : undefined
    if (status && isStillOpen()) await connection.sendNotification(STATUS_NOTIFICATION, status)
  }
  const told = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => connection.console.error(String(error instanceof Error ? error.stack : error)))
  }
  /** What a client sent about a document, in the units that are counted here. */
  const sent = <Sent>(uri: string, value: Sent): Sent =>
    service.documents.codec.decode(value, lineOf(service.documents.get(uri)))
  /** An answer about a document in the units that the client counts in. */
  const answer = async <Answer>(uri: string, work: Promise<Answer>): Promise<Answer> =>
    service.documents.codec.encode(await work, lineOf(service.documents.get(uri)))
  const diagnosticsOf = (uri: string): Promise<Diagnostic[]> => answer(uri, service.diagnostics(uri))
  const refresh = async (): Promise<void> => {
    workspace?.changed()
    if (client?.canRefreshDiagnostics) await connection.languages.diagnostics.refresh()
    if (client?.canRefreshInlayHints) await connection.languages.inlayHint.refresh()
    if (client?.canRefreshCodeLenses) await connection.sendRequest(CodeLensRefreshRequest.type)
    await Promise.all(service.documents.uris().map(show))
  }
  const configure = async (settings: unknown): Promise<void> => {
    if (client?.canBeAskedForSettings) {
      const scopes = [undefined, ...folders]
      const items = scopes.map((scopeUri) => ({ section: SECTION, ...(scopeUri !== undefined && { scopeUri }) }))
      const [general, ...ofFolders] = await connection.workspace.getConfiguration(items)
      service.configuration.configure(
        general,
        [...folders].map((folder, index) => ({ folder, settings: ofFolders[index] })),
      )
    } else service.configuration.configure(settings, [])
    for (const problem of service.configuration.unknownRules()) {
      if (warned.has(problem)) continue
      warned.add(problem)
      const message = `straks.rules: ${problem}`
      await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message })
    }
    await refresh()
  }

  connection.onInitialize((params) => {
    lifecycle.begin()
    client = readClient(params)
    service.documents.codec = new PositionCodec(client.positionEncoding)
    const pages = defaultRulePages === undefined ? {} : { rulePages: defaultRulePages }
    service.initialize({ ...pages, ...client.initialization }, client.locale)
    for (const folder of client.folders) folders.add(folder)
    const files = client.initialization.files ? clientFiles(connection) : filesIn(folders, PROMISED_GLOB)
    service.configuration.configFiles.readFrom(files)
    workspace = new WorkspaceDiagnostics(service, files)
    const capabilities = { ...CAPABILITIES, positionEncoding: client.positionEncoding }
    return { capabilities, serverInfo: { name: 'straks' } }
  })
  connection.onInitialized(async () => {
    if (client?.canBeAskedForSettings) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION })
      await configure(undefined)
    }
    if (client?.canWatchFiles)
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: PROMISED_GLOB }, { globPattern: `**/${CONFIG_FILE_NAME}` }],
      })
    if (client?.hasFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) folders.delete(uri)
        for (const { uri } of added) folders.add(uri)
        told(client?.canBeAskedForSettings ? configure(undefined) : refresh())
      })
  })
  connection.onDidChangeConfiguration(({ settings }) => told(configure(settings?.straks)))
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (!changes.some(({ uri }) => isConfigFile(uri))) return workspace?.changed()
    service.configuration.filesChanged()
    told(refresh())
  })

  connection.onDidOpenTextDocument(({ textDocument }) => {
    service.documents.open(textDocument)
    told(show(textDocument.uri))
  })
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    service.documents.change(uri, version, contentChanges)
    told(show(uri))
  })
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    service.documents.close(uri)
    workspace?.changed()
    if (!client?.pulls) told(connection.sendDiagnostics({ uri, diagnostics: [] }))
  })

  connection.languages.diagnostics.on(
    serving(async ({ textDocument: { uri }, previousResultId }: DocumentDiagnosticParams) => {
      const resultId = service.resultId(uri)
      if (previousResultId === resultId) return { kind: 'unchanged', resultId }
      return { kind: 'full', resultId, items: await diagnosticsOf(uri) }
    }),
  )
  connection.languages.diagnostics.onWorkspace(
    serving(async ({ previousResultIds }, token) => {
      const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]))
      return (await workspace?.report(known, token)) ?? { items: [] }
    }),
  )
  connection.onCodeAction(
    serving((params) => {
      const { uri } = params.textDocument
      return answer(uri, service.codeActions(sent(uri, params), client?.defersEdits === true))
    }),
  )
  connection.onCodeActionResolve(serving((action) => answer(readDeferred(action)?.uri ?? '', service.resolve(action))))
  connection.onHover(
    serving(async ({ textDocument: { uri }, position }) =>
      answer(
        uri,
        service.hover(uri, sent(uri, position)).then((found) => found ?? null),
      ),
    ),
  )
  connection.onCompletion(
    serving(({ textDocument: { uri }, position }) =>
      answer(uri, service.complete(uri, sent(uri, position), client?.knowsSnippets === true)),
    ),
  )
  connection.languages.inlayHint.on(
    serving(({ textDocument: { uri }, range }) => answer(uri, service.inlayHints(uri, sent(uri, range)))),
  )
  connection.onCodeLens(serving(({ textDocument: { uri } }) => answer(uri, service.codeLenses(uri))))
  connection.onDocumentSymbol(serving(({ textDocument: { uri } }) => answer(uri, service.symbols(uri))))
  connection.onDocumentLinks(serving(({ textDocument: { uri } }) => answer(uri, service.documentLinks(uri))))
  connection.onFoldingRanges(serving(({ textDocument: { uri } }) => service.foldingRanges(uri)))
  connection.onSelectionRanges(
    serving(({ textDocument: { uri }, positions }) => answer(uri, service.selectionRanges(uri, sent(uri, positions)))),
  )
  connection.onRequest(
    PREVIEW_REQUEST,
    serving(async (place: RequestPlace) => (await service.preview(sent(place.uri, place))) ?? null),
  )
  connection.onRequest(
    VALIDATE_REQUEST,
    serving(({ text }: { text: string }) => service.validate(text)),
  )
  connection.onRequest(
    UNREADABLE_METHOD,
    serving(({ problem }: { problem: string }) => {
      throw new ResponseError(ErrorCodes.InvalidParams, problem)
    }),
  )
  connection.onNotification(UNREADABLE_METHOD, ({ problem }: { problem: string }) => connection.console.error(problem))
  connection.onShutdown(() => lifecycle.end())
  connection.onRequest((method) => {
    lifecycle.check()
    throw new ResponseError(ErrorCodes.MethodNotFound, `There is no method ${method}.`)
  })
  connection.listen()
}
