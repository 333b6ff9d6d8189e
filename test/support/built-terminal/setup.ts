import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleTerminal } from '../../../extension/scripts/terminal.ts'
import { FILE } from './file.ts'

/** Bundles the terminal tool once for all projects, before the processes start that the tests run in. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env[FILE] !== undefined) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'straks-terminal-'))
  process.env[FILE] = await bundleTerminal(folder)
  return () => rm(folder, { recursive: true, force: true })
}
