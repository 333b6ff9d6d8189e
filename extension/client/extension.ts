import * as vscode from 'vscode'
import { COMMANDS, type DocumentStatus, type RequestPlace, STATUS_NOTIFICATION } from '../protocol.ts'
import { openInbox, sendToInbox } from './inbox.ts'
import { lintTasks } from './lint-task.ts'
import { askPreview, PreviewPanel, requestPlaceOf } from './preview-panel.ts'
import { showRulePages } from './rule-pages.ts'
import { mayHoldRequests } from './selector.ts'
import { Server } from './server.ts'
import { StatusItem } from './status-item.ts'
import { validateTool } from './validate-tool.ts'
import { CLIENT_WORDS, tell } from './words.ts'

const PROMISED_FILES = '**/*.{notification,varsling,correspondence}.{json,jsonl,jsonc}'

let server: Server | undefined

/** Starts what the editor needs; the language server itself only once there is a request to judge. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const status = new StatusItem()
  const started = new Server(context, (client) => {
    client.onNotification(STATUS_NOTIFICATION, (said: DocumentStatus) => {
      status.update(said)
      void panel.follow(said.uri)
    })
  })
  server = started
  const ask = async (place: RequestPlace) => askPreview(await started.ready(), place)
  const panel = new PreviewPanel(ask)

  const startFor = (document: vscode.TextDocument): void => {
    if (!started.started && mayHoldRequests(document)) void started.ready()
  }
  const preview = async (lens?: RequestPlace): Promise<void> => {
    const place = requestPlaceOf(lens)
    if (place) await panel.open(place)
  }
  const send = async (lens?: RequestPlace): Promise<void> => {
    const place = requestPlaceOf(lens)
    const found = place && (await ask(place))
    if (found) await sendToInbox(found)
    else await vscode.window.showInformationMessage(tell(CLIENT_WORDS.noRequest))
  }

  context.subscriptions.push(
    status,
    panel,
    vscode.commands.registerCommand(COMMANDS.preview, preview),
    vscode.commands.registerCommand(COMMANDS.send, send),
    vscode.commands.registerCommand('straks.openInbox', openInbox),
    vscode.commands.registerCommand('straks.restart', () => started.restart()),
    vscode.lm.registerTool(
      'straks_validateNotification',
      validateTool(() => started.ready()),
    ),
    lintTasks(),
    showRulePages(context.extensionUri),
    vscode.window.onDidChangeActiveTextEditor((editor) => status.show(editor)),
    vscode.workspace.onDidOpenTextDocument(startFor),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      startFor(document)
      panel.changed(document.uri.toString(), contentChanges)
    }),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) panel.renamed(oldUri.toString(), newUri.toString())
    }),
  )
  for (const document of vscode.workspace.textDocuments) startFor(document)
  const [promised] = await vscode.workspace.findFiles(PROMISED_FILES, '**/node_modules/**', 1)
  if (promised) void started.ready()
}

/** Stops the language server. */
export const deactivate = async (): Promise<void> => server?.stop()
