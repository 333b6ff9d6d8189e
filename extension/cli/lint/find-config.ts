import { readFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { fail, ok, type Result } from '@straks/shared'
import { CONFIG_FILE_NAME, type ConfigFile, readConfigFile } from '../../lint/config-file.ts'
import { reasonOf } from './read-source.ts'

/** A configuration and where it was found. */
export type FoundConfig = {
  readonly config: ConfigFile
  /** The patterns of its `files`, as seen from the working folder. */
  readonly files: readonly string[]
}

const NO_CONFIG: FoundConfig = { config: {}, files: [] }

/** Reads a file that need not be there; fails with the reason in a few words. */
async function readAt(path: string): Promise<Result<string | undefined, string>> {
  try {
    return ok(await readFile(path, 'utf8'))
  } catch (error) {
    const reason = reasonOf(error)
    return reason === 'ENOENT' || reason === 'ENOTDIR' ? ok(undefined) : fail(`cannot be read (${reason})`)
  }
}

/** Finds the configuration that holds for a folder: the file that was named, else the nearest one upwards. */
export async function findConfig(folder: string, named: string | undefined): Promise<Result<FoundConfig, string>> {
  let place = resolve(folder)
  for (;;) {
    const path = named === undefined ? join(place, CONFIG_FILE_NAME) : resolve(folder, named)
    const called = named ?? relative('', path)
    const text = await readAt(path)
    if (!text.ok) return fail(`${called}: ${text.failure}`)
    if (text.value !== undefined) {
      const read = readConfigFile(text.value)
      if (!read.ok) return fail(`${called}: ${read.failure}`)
      const files = (read.value.files ?? []).map((pattern) => relative('', join(dirname(path), pattern)))
      return ok({ config: read.value, files })
    }
    if (named !== undefined) return fail(`${named}: no such file`)
    const above = dirname(place)
    if (above === place) return ok(NO_CONFIG)
    place = above
  }
}
