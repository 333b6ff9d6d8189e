import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser'
import { clientFiles, NO_FILES } from './client-files.ts'
import { serve } from './connection.ts'

declare const self: DedicatedWorkerGlobalScope

serve(
  createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)),
  { rest: () => new Promise((resolve) => setTimeout(resolve, 0)), now: () => performance.now() },
  ({ initialization }, connection) => (initialization.files ? clientFiles(connection) : NO_FILES),
)
