import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { clientFiles } from './client-files.ts'
import { serve } from './connection.ts'
import { diskFiles } from './disk-files.ts'

/** The rules' pages, where they lie beside the server: in a packed extension, else in the repository. */
const pages = ['rules', '../../docs/rules']
  .map((folder) => join(import.meta.dirname, folder))
  .find((folder) => existsSync(folder))

serve(
  createConnection(ProposedFeatures.all),
  { rest: () => setImmediate(), now: () => performance.now() },
  ({ initialization, folders }, connection) => (initialization.files ? clientFiles(connection) : diskFiles(folders)),
  pages && `${pathToFileURL(pages).href}/`,
)
