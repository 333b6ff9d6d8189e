import * as vscode from 'vscode'
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node'
import { NODE_ENVIRONMENT, NODE_FLAGS } from '../server/node-flags.ts'

/** The server as a process of its own, on a desktop or a remote machine. */
export const createInNode = (context: vscode.ExtensionContext, options: LanguageClientOptions) =>
  new LanguageClient(
    'straks',
    'Straks',
    {
      module: vscode.Uri.joinPath(context.extensionUri, 'dist/server.js').fsPath,
      transport: TransportKind.ipc,
      // The second start takes what the first has compiled.
      options: {
        env: {
          ...NODE_ENVIRONMENT,
          NODE_COMPILE_CACHE: vscode.Uri.joinPath(context.globalStorageUri, 'compiled').fsPath,
        },
        execArgv: [...NODE_FLAGS],
      },
    },
    options,
  )
