import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { constants, Script } from 'node:vm'
import { COMPILED_FILE, SERVER_FILE } from './files.ts'
import type { serve } from './serve.ts'

/** What the bundled server exports. */
export type Server = { readonly serve: typeof serve }

/**
 * Loads the server of a folder with what an earlier load compiled of it. Node's own cache has only what is compiled before
 * a module runs; most of this one is compiled while it runs.
 */
export function loadServer(folder: string): Server {
  const filename = join(folder, SERVER_FILE)
  const compiledFile = join(folder, COMPILED_FILE)
  const script = new Script(`(function (require, module) {${readFileSync(filename, 'utf8')}\n})`, {
    filename,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(existsSync(compiledFile) && { cachedData: readFileSync(compiledFile) }),
  })
  const module: { exports?: Server } = {}
  script.runInThisContext()(createRequire(filename), module)
  // False where it was of use. Loads beside this one may write the same file at this moment.
  if (script.cachedDataRejected !== false) {
    const written = `${compiledFile}.${process.pid}`
    writeFileSync(written, script.createCachedData())
    renameSync(written, compiledFile)
  }
  if (!module.exports) throw new Error(`${filename} exports nothing`)
  return module.exports
}
