import { stat } from 'node:fs/promises'
import { isAbsolute, relative, resolve } from 'node:path'
import { glob } from 'tinyglobby'
import { READ_GLOB } from '../../document/file-form.ts'

/** The word for standard input. */
export const STANDARD_INPUT = '-'

const UNSEARCHED = ['**/node_modules/**', '**/.git/**']

/** A file to be linted, and whether its very name was given. */
export type FoundFile = { readonly file: string; readonly named: boolean }

/** A path as its pattern would have it: seen from here, unless the pattern begins at the root. */
const asWritten = (pattern: string, path: string): string => (isAbsolute(pattern) ? path : relative('', path))

/** `node:fs` has a glob from Node 22 on; this runs from 20 on. */
async function matches(pattern: string, folder = ''): Promise<string[]> {
  // What a link leads to may be the folder itself, or no business of those who name the folder: they may name the link.
  const found = await glob(pattern.replaceAll('\\', '/'), {
    absolute: true,
    cwd: resolve(folder),
    dot: true,
    ignore: UNSEARCHED,
    followSymbolicLinks: false,
  })
  return found.map((path) => asWritten(folder || pattern, resolve(path))).sort()
}

async function find(pattern: string): Promise<FoundFile[]> {
  if (pattern === STANDARD_INPUT) return [{ file: pattern, named: true }]
  const status = await stat(pattern).catch(() => undefined)
  // A folder's name is no pattern: `app/(group)/[id]` is one.
  if (status?.isDirectory()) return (await matches(READ_GLOB, pattern)).map((file) => ({ file, named: false }))
  if (status || !/[*?[\]{}]/.test(pattern)) return [{ file: pattern, named: true }]
  return (await matches(pattern)).map((file) => ({ file, named: false }))
}

/** The files that a command line means, each once, in the order it names them; and the patterns that found none. */
export async function findFiles(
  patterns: readonly string[],
): Promise<{ readonly files: readonly FoundFile[]; readonly empty: readonly string[] }> {
  const files = new Map<string, FoundFile>()
  const empty: string[] = []
  for (const pattern of patterns) {
    const found = await find(pattern)
    if (found.length === 0) empty.push(pattern)
    for (const one of found) if (!files.has(one.file)) files.set(one.file, one)
  }
  return { files: [...files.values()], empty }
}
