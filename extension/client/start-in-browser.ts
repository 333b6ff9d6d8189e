import * as vscode from 'vscode'
import type { LanguageClientOptions } from 'vscode-languageclient'
import { LanguageClient } from 'vscode-languageclient/browser'

/** The server as a worker in the browser. */
export const createInBrowser = (context: vscode.ExtensionContext, options: LanguageClientOptions) =>
  new LanguageClient(
    'straks',
    'Straks',
    new Worker(vscode.Uri.joinPath(context.extensionUri, 'dist/server.js').toString(true)),
    options,
  )
