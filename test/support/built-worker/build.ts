import { execFile } from 'node:child_process'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import { unstable_getMiniflareWorkerOptions } from 'wrangler'
import { LOCAL_TOOL_SETTINGS, ROOT } from '../../../scripts/run.ts'
import { WRANGLER } from '../../../scripts/worker-types.ts'
import { OPTIONS_FILE, SERVE_FILE, SERVER_FILE } from './files.ts'

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
    bundle('serve-alone.ts', { format: 'esm', outfile: join(folder, SERVE_FILE) }),
    buildServer(join(folder, SERVER_FILE)),
  ])
  const { workerOptions } = unstable_getMiniflareWorkerOptions(`${ROOT}wrangler.toml`)
  await writeFile(join(folder, OPTIONS_FILE), JSON.stringify(workerOptions))
  return folder
}

/** Bundles a file of this folder to be run by Node. */
const bundle = (file: string, options: BuildOptions) =>
  build({
    entryPoints: [`${ROOT}test/support/built-worker/${file}`],
    bundle: true,
    minify: true,
    platform: 'node',
    logLevel: 'error',
    ...options,
  })

/** Miniflare writes its configuration into a buffer that grows by 4 KiB, and copies all of it, the Worker too, each time. */
const GROWTH = 'MIN_SINGLE_SEGMENT_GROWTH = 4096'
const growsInLargeSteps: Plugin = {
  name: 'grows-in-large-steps',
  setup: ({ onLoad }) =>
    onLoad({ filter: /miniflare[\\/]dist[\\/]src[\\/]index\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(GROWTH, `${GROWTH} * 1024`),
    })),
}

/** Bundles what serves the Worker: as one file it starts in half the processor time, and tests start a hundred. */
const buildServer = (outfile: string) =>
  bundle('serve.ts', {
    outfile,
    format: 'cjs',
    external: ['workerd', 'sharp'],
    plugins: [growsInLargeSteps],
    // Miniflare reads its own Workers from the folder that it is in.
    define: {
      __dirname: JSON.stringify(dirname(MINIFLARE)),
      __filename: JSON.stringify(MINIFLARE),
      'import.meta.url': JSON.stringify(pathToFileURL(MINIFLARE)),
    },
    banner: { js: `require = require('node:module').createRequire(${JSON.stringify(MINIFLARE)});` },
  })
