import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { diskFiles } from './disk-files.ts'
import type { Serve } from './host.ts'

/** The rules' pages, where they lie beside the server: in a packed extension, else in the repository. */
const findPages = (): string | undefined =>
  ['rules', '../../docs/rules'].map((folder) => join(import.meta.dirname, folder)).find((folder) => existsSync(folder))

/** Serves whoever started this process. */
export function serveNode(serve: Serve): void {
  const pages = findPages()
  serve(
    createConnection(ProposedFeatures.all),
    { rest: () => setImmediate(), now: () => performance.now(), time: () => Date.now() },
    diskFiles,
    pages && `${pathToFileURL(pages).href}/`,
  )
}
