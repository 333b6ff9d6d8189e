import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { constants, Script } from 'node:vm'
import { COMPILED_FILE, SERVER_FILE } from './files.ts'

/*
 * Runs the bundled server with what an earlier start compiled of it. Node's own cache has only what is compiled before a
 * module runs; most of this one is compiled while it runs.
 */
const filename = join(import.meta.dirname, SERVER_FILE)
const compiledFile = join(import.meta.dirname, COMPILED_FILE)

const script = new Script(`(function (require) {${readFileSync(filename, 'utf8')}\n})`, {
  filename,
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  ...(existsSync(compiledFile) && { cachedData: readFileSync(compiledFile) }),
})
script.runInThisContext()(createRequire(filename))

// False where it was of use. Starts beside this one may write the same file at this moment.
if (script.cachedDataRejected !== false) {
  const written = `${compiledFile}.${process.pid}`
  writeFileSync(written, script.createCachedData())
  renameSync(written, compiledFile)
}
