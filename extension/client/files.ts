import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { FILE_REQUEST, FILES_REQUEST } from '../protocol.ts'
import { decodeFile, NOT_UTF8 } from '../server/host.ts'

const PATTERN = '**/*.{notification,varsling,correspondence}.{json,jsonl,jsonc}'
const MOST_FILES = 2_000

/** Lets the server see the files of the workspace, wherever they lie. */
export function answerFiles(client: BaseLanguageClient): void {
  client.onRequest(FILES_REQUEST, async () => {
    const uris = await vscode.workspace.findFiles(PATTERN, '**/node_modules/**', MOST_FILES)
    return uris.map(String).sort()
  })
  client.onRequest<string | false | null, unknown>(FILE_REQUEST, async ({ uri }: { uri: string }) => {
    try {
      const text = decodeFile(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri)))
      return text === NOT_UTF8 ? false : text
    } catch {
      return null
    }
  })
}
