import { execFile } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { unstable_getMiniflareWorkerOptions } from 'wrangler'
import { LOCAL_TOOL_SETTINGS, ROOT } from '../../../scripts/run.ts'
import { WRANGLER } from '../../../scripts/worker-types.ts'
import { OPTIONS_FILE, SERVE_FILE } from './files.ts'

/** Where the packages are that a bundled `serve.ts` still looks for beside Miniflare: the runtime's executable, for one. */
const MINIFLARE = createRequire(import.meta.url).resolve('miniflare')

/**
 * Bundles the Worker as wrangler does for a laptop, with what serves it, and resolves to the folder. It is minified, as a
 * deployed one is: Miniflare copies all of it each time that the configuration of the runtime grows.
 */
export async function buildWorker(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'straks-built-'))
  const parameters = [
    `${ROOT}node_modules/${WRANGLER}`,
    'deploy',
    '--dry-run',
    '--minify',
    '--env=',
    `--outdir=${folder}`,
  ]
  await Promise.all([
    promisify(execFile)(process.execPath, parameters, { cwd: ROOT, env: { ...process.env, ...LOCAL_TOOL_SETTINGS } }),
    buildServer(join(folder, SERVE_FILE)),
  ])
  const { workerOptions } = unstable_getMiniflareWorkerOptions(`${ROOT}wrangler.toml`)
  await writeFile(join(folder, OPTIONS_FILE), JSON.stringify(workerOptions))
  return folder
}

/** Bundles what serves the Worker: as one file it starts in half the processor time, and tests start a hundred. */
async function buildServer(outfile: string): Promise<void> {
  await build({
    entryPoints: [`${ROOT}test/support/built-worker/serve.ts`],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    external: ['workerd', 'sharp'],
    // Miniflare reads its own Workers from the folder that it is in.
    define: { __dirname: JSON.stringify(dirname(MINIFLARE)), __filename: JSON.stringify(MINIFLARE) },
    banner: {
      js: `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(${JSON.stringify(MINIFLARE)});`,
    },
  })
}
