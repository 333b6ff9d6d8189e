/** Names the folder to the processes that tests run in. */
const FOLDER = 'STRAKS_BUILT_WORKER'

/** Whether this run of tests has bundled the Worker yet. */
export const isBuilt = (): boolean => process.env[FOLDER] !== undefined

/** The folder with the Worker that was bundled for this run of tests. */
export async function builtWorker(): Promise<string> {
  // Imported only where it is needed: wrangler takes a second to load.
  const built = process.env[FOLDER]
  if (built !== undefined) return built
  const { buildWorker } = await import('./build.ts')
  const folder = await buildWorker()
  process.env[FOLDER] = folder
  return folder
}
