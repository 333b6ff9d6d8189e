import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from 'vscode-languageserver'
import { PROMISED_GLOB } from '../document/file-form.ts'
import { PREVIEW_REQUEST, type RequestPlace, STATUS_NOTIFICATION, VALIDATE_REQUEST } from '../protocol.ts'
import { CAPABILITIES } from './capabilities.ts'
import { type Client, readClient } from './client.ts'
import { clientFiles } from './client-files.ts'
import { WorkspaceDiagnostics } from './features/workspace-diagnostics.ts'
import type { Serve } from './host.ts'
import { Service } from './service.ts'

/** Serves a client: every request becomes one call of the service, and nothing is decided here. */
export const serve: Serve = (connection, host, filesIn, defaultRulePages) => {
  const service = new Service(host)
  let client: Client | undefined
  let workspace: WorkspaceDiagnostics | undefined

  const show = async (uri: string): Promise<void> => {
    if (!client?.pulls) await connection.sendDiagnostics({ uri, diagnostics: await service.diagnostics(uri) })
    const status = client?.initialization.commands ? await service.status(uri) : undefined
    if (status) await connection.sendNotification(STATUS_NOTIFICATION, status)
  }
  const told = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => connection.console.error(String(error instanceof Error ? error.stack : error)))
  }
  const configure = async (settings: unknown): Promise<void> => {
    service.configure(client?.canBeAskedForSettings ? await connection.workspace.getConfiguration('straks') : settings)
    workspace?.changed()
    if (client?.canRefreshDiagnostics) await connection.languages.diagnostics.refresh()
    if (client?.canRefreshInlayHints) await connection.languages.inlayHint.refresh()
    await Promise.all(service.documents.uris().map(show))
  }

  connection.onInitialize((params) => {
    client = readClient(params)
    const pages = defaultRulePages === undefined ? {} : { rulePages: defaultRulePages }
    service.initialize({ ...pages, ...client.initialization }, client.locale)
    const files = client.initialization.files ? clientFiles(connection) : filesIn(client.folders)
    workspace = new WorkspaceDiagnostics(service, files)
    return { capabilities: CAPABILITIES, serverInfo: { name: 'straks' } }
  })
  connection.onInitialized(async () => {
    if (client?.canBeAskedForSettings) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'straks' })
      await configure(undefined)
    }
    if (client?.canWatchFiles)
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: PROMISED_GLOB }],
      })
  })
  connection.onDidChangeConfiguration(({ settings }) => told(configure(settings?.straks)))
  connection.onDidChangeWatchedFiles(() => workspace?.changed())

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

  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }) => {
    const resultId = service.resultId(uri)
    if (previousResultId === resultId) return { kind: 'unchanged', resultId }
    return { kind: 'full', resultId, items: await service.diagnostics(uri) }
  })
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token) => {
    const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]))
    return (await workspace?.report(known, token)) ?? { items: [] }
  })
  connection.onCodeAction((params) => service.codeActions(params))
  connection.onHover(async ({ textDocument, position }) => (await service.hover(textDocument.uri, position)) ?? null)
  connection.onCompletion(({ textDocument, position }) => service.complete(textDocument.uri, position))
  connection.languages.inlayHint.on(({ textDocument, range }) => service.inlayHints(textDocument.uri, range))
  connection.onCodeLens(({ textDocument }) => service.codeLenses(textDocument.uri))
  connection.onDocumentSymbol(({ textDocument }) => service.symbols(textDocument.uri))
  connection.onRequest(PREVIEW_REQUEST, async (place: RequestPlace) => (await service.preview(place)) ?? null)
  connection.onRequest(VALIDATE_REQUEST, ({ text }: { text: string }) => service.validate(text))
  connection.listen()
}
