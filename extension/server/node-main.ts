import { setImmediate } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { rulePageFolder } from '../rule-page-folder.ts'
import { diskFiles } from './disk-files.ts'
import type { ConnectionHandler } from './host.ts'

/** Serves the process that started this one. */
export function serveNode(serve: ConnectionHandler): void {
  const pages = rulePageFolder()
  serve(
    createConnection(ProposedFeatures.all),
    { rest: () => setImmediate(), now: () => performance.now(), time: () => Date.now() },
    diskFiles,
    pages && `${pathToFileURL(pages).href}/`,
  )
}
