import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { decodeFile, type FileSource } from './host.ts'

const UNSEARCHED = new Set(['node_modules', '.git'])

/** Files on the disk that the server runs beside, for a client that cannot be asked for them. */
export const diskFiles = (folders: Iterable<string>, pattern: string): FileSource => ({
  async list() {
    const uris: string[] = []
    for (const folder of [...folders].filter((uri) => uri.startsWith('file:'))) {
      const options = { cwd: fileURLToPath(folder), withFileTypes: true, exclude: isUnsearched } as const
      for await (const entry of glob(pattern, options))
        if (entry.isFile()) uris.push(pathToFileURL(join(entry.parentPath, entry.name)).href)
    }
    return uris.sort()
  },
  read: async (uri) => {
    try {
      return decodeFile(await readFile(fileURLToPath(uri)))
    } catch {
      return undefined
    }
  },
})

const isUnsearched = ({ name }: { readonly name: string }): boolean => UNSEARCHED.has(name)
