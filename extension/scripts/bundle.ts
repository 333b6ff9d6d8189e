import { mkdir, rm, writeFile } from 'node:fs/promises'
import { type BuildOptions, build } from 'esbuild'
import { DIST, EXTENSION } from './places.ts'

const COMMON: BuildOptions = {
  absWorkingDir: EXTENSION,
  bundle: true,
  minify: true,
  legalComments: 'none',
  charset: 'utf8',
  platform: 'node',
  conditions: ['node', 'browser'],
  target: 'es2023',
  logLevel: 'warning',
  outdir: DIST,
}

/** What stands in for `import.meta` in a bundle that is no module. */
const NO_MODULE = { 'import.meta.dirname': '__dirname' }

/** Each file serves both hosts, Node and a browser's worker: it loads what is the host's own once it knows which it is. */
const BUNDLES: readonly BuildOptions[] = [
  { entryPoints: { client: 'client/extension.ts' }, format: 'cjs', external: ['vscode'] },
  { entryPoints: { server: 'server/any-host.ts' }, format: 'iife', mainFields: ['module', 'main'], define: NO_MODULE },
]

/** Makes one file each of client and server: small, or such that a debugger can follow them. */
export async function bundle(mode: 'small' | 'debug' = 'small'): Promise<void> {
  await rm(DIST, { recursive: true, force: true })
  await mkdir(DIST, { recursive: true })
  // The extension's own manifest says that its sources are modules; the bundles are not.
  await writeFile(`${DIST}/package.json`, '{ "type": "commonjs" }\n')
  const debug: BuildOptions = mode === 'debug' ? { minify: false, sourcemap: true } : {}
  await Promise.all(BUNDLES.map((options) => build({ ...COMMON, ...options, ...debug })))
}
