import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { LOCAL_TOOL_SETTINGS, ROOT } from './run.ts'

export const WRANGLER = 'wrangler/bin/wrangler.js'

/** What makes wrangler write the types of bindings and settings. */
export const WORKER_TYPES = [
  'types',
  'worker/worker-configuration.d.ts',
  '--include-runtime=false',
  '--strict-vars=false',
]

/** Writes the types of bindings and settings from wrangler.toml, without wrangler's account of it. */
export async function writeWorkerTypes(): Promise<void> {
  const env = { ...process.env, ...LOCAL_TOOL_SETTINGS }
  await promisify(execFile)(process.execPath, [`${ROOT}node_modules/${WRANGLER}`, ...WORKER_TYPES], { cwd: ROOT, env })
}
