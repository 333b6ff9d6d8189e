import { rm } from 'node:fs/promises'
import { builtWorker, isBuilt } from './folder.ts'

/** Bundles the Worker once for all projects, before the processes start that the tests run in. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (isBuilt()) return undefined
  const folder = await builtWorker()
  return () => rm(folder, { recursive: true, force: true })
}
