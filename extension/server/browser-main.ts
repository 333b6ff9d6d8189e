import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  type MessageStrategy,
} from 'vscode-languageserver/browser'
import type { ConnectionHandler, FileSource } from './host.ts'

declare const self: DedicatedWorkerGlobalScope

/** No files but those that are open. */
const NO_FILES: FileSource = { list: async () => [], read: async () => undefined }

/** Serves the page that this worker belongs to. */
export const serveBrowser = (serve: ConnectionHandler, messageStrategy: MessageStrategy): void =>
  serve(
    createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), { messageStrategy }),
    {
      rest: () => new Promise((resolve) => setTimeout(resolve, 0)),
      now: () => performance.now(),
      time: () => Date.now(),
    },
    () => NO_FILES,
  )
