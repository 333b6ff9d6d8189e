import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const made: string[] = []

/** A new folder for one server's state and output, on the local disk. */
export function newFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `straks-bench-${name}-`))
  made.push(folder)
  return folder
}

/** Removes every folder that this run made. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
}
