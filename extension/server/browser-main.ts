import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser'
import type { ConnectionHandler, FileSource } from './host.ts'
import { checkedParameters } from './parameters.ts'

declare const self: DedicatedWorkerGlobalScope

/** No files but those that are open. */
const NO_FILES: FileSource = { list: async () => [], read: async () => undefined }

/** Serves the page that this worker belongs to. */
export const serveBrowser = (serve: ConnectionHandler): void =>
  serve(
    createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), {
      messageStrategy: checkedParameters,
    }),
    {
      rest: () => new Promise((resolve) => setTimeout(resolve, 0)),
      now: () => performance.now(),
      time: () => Date.now(),
    },
    () => NO_FILES,
  )
