import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle } from '../../../extension/scripts/bundle.ts'
import { copyRulePages } from '../../../extension/scripts/rule-pages.ts'
import { FILE } from './file.ts'

/** Bundles the language server once, before the processes start that the tests run in. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'straks-server-'))
  await bundle('small', folder)
  await copyRulePages(folder)
  process.env[FILE] = join(folder, 'server.js')
  return () => rm(folder, { recursive: true, force: true })
}
