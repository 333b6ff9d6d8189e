import { execFile } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { unstable_getMiniflareWorkerOptions } from 'wrangler'
import { LOCAL_TOOL_SETTINGS, ROOT } from '../../../scripts/run.ts'
import { WRANGLER } from '../../../scripts/worker-types.ts'
import { OPTIONS_FILE } from './files.ts'

/** Bundles the Worker as wrangler does for a laptop, and resolves to the folder. */
export async function buildWorker(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'straks-built-'))
  const parameters = [`${ROOT}node_modules/${WRANGLER}`, 'deploy', '--dry-run', '--env=', `--outdir=${folder}`]
  await promisify(execFile)(process.execPath, parameters, {
    cwd: ROOT,
    env: { ...process.env, ...LOCAL_TOOL_SETTINGS },
  })
  const { workerOptions } = unstable_getMiniflareWorkerOptions(`${ROOT}wrangler.toml`)
  await writeFile(join(folder, OPTIONS_FILE), JSON.stringify(workerOptions))
  return folder
}
